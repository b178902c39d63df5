using System.Security.Cryptography;

namespace QemuDsl.TestKit;

/// <summary>A folder of its own for one test, gone when disposed; its path is short enough for UNIX sockets (107 bytes).</summary>
public sealed class TempDirectory : IDisposable, IAsyncDisposable
{
    /// <summary>Creates the folder, readable by its owner only.</summary>
    public TempDirectory()
    {
        // Not under TMPDIR, which may be long.
        FullPath = $"/tmp/qt-{RandomNumberGenerator.GetHexString(10, lowercase: true)}";
        Directory.CreateDirectory(FullPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Absolute path.</summary>
    public string FullPath { get; }

    /// <summary>Absolute path of something inside.</summary>
    public string File(string name) => Path.Combine(FullPath, name);

    /// <summary>Deletes the folder and all in it.</summary>
    public void Dispose()
    {
        if (Directory.Exists(FullPath))
        {
            Directory.Delete(FullPath, recursive: true);
        }
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}

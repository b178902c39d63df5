using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>A file system of 64 KiB, mounted for one test.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string _path;

    private SmallDisk(string path) => _path = path;

    public static async Task<SmallDisk> MountAsync(string path)
    {
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            await ChildProcess.RunAsync(Tools.Require("mount"), ["-t", "tmpfs", "-o", "size=64k,mode=700", "tmpfs", path], TestContext.Current.CancellationToken);
        }
        catch (InvalidOperationException refused)
        {
            Missing.Report($"a small file system cannot be mounted here: {refused.Message}");
        }

        return new SmallDisk(path);
    }

    public async ValueTask DisposeAsync() => await ChildProcess.RunAsync("umount", [_path]);
}

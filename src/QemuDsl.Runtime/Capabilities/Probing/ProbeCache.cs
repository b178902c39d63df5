using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

/// <summary>
/// Answers kept on the disk of this machine. What is there is not trusted to be whole, and a cache that cannot be used is none: the
/// question is asked anew. Who asks at the same time, in this process or another, waits for the first one's answer.
/// </summary>
internal sealed class ProbeCache(string? directory, TimeProvider time, ILogger logger)
{
    private const int SizeLimit = 4 * 1024 * 1024;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode DirectoryMode = OwnerOnly | UnixFileMode.UserExecute;
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private readonly string? _directory = directory is null ? Default() : Path.GetFullPath(directory);

    /// <summary>A file's name for what belongs to a program of a host.</summary>
    public static string NameOf(string kind, IVmHost host, ProgramFacts facts)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"{host.Name}\n{facts.Program}"));
        return $"{kind}-{Convert.ToHexStringLower(key.AsSpan(0, 16))}.json";
    }

    /// <summary>Path of a file, as messages tell it; null without a cache.</summary>
    public string? PathOf(string name) => _directory is null ? null : Path.Combine(_directory, name);

    /// <summary>The answer that is there, if it is still one; else that of <paramref name="ask"/>, which is kept.</summary>
    /// <param name="name">The file.</param>
    /// <param name="read">Understands a file; null, or any error of reading JSON, when it is no answer to this question.</param>
    /// <param name="ask">Asks.</param>
    /// <param name="write">Writes an answer.</param>
    /// <param name="patience">How long another one who asks is waited for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<T> GetAsync<T>(
        string name, Func<JsonElement, T?> read, Func<CancellationToken, Task<T>> ask, Action<Utf8JsonWriter, T> write, TimeSpan patience,
        CancellationToken cancellationToken)
        where T : class
    {
        if (PathOf(name) is not { } path || !await PrepareAsync(path, cancellationToken).ConfigureAwait(false))
        {
            return await ask(cancellationToken).ConfigureAwait(false);
        }

        if (Read(path, read) is { } known)
        {
            return known;
        }

        var turn = await CacheTurn.TakeAsync(path + ".lock", time, patience, cancellationToken).ConfigureAwait(false);
        await using (turn.ConfigureAwait(false))
        {
            if (Read(path, read) is { } meanwhile)
            {
                return meanwhile;
            }

            var answer = await ask(cancellationToken).ConfigureAwait(false);
            Write(path, writer => write(writer, answer));
            return answer;
        }
    }

    private static string? Default() => Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } cache && Path.IsPathRooted(cache)
        ? Path.Combine(cache, "qemu-dsl")
        : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home
            ? Path.Combine(home, ".cache", "qemu-dsl")
            : null;

    // Whoever owns the directory, or can write in it, could answer in our place.
    private async Task<bool> PrepareAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var made = Directory.CreateDirectory(_directory!, DirectoryMode);
            var own = await HostShell.RunAsync(
                new LocalHost(), "own-cache.sh", [_directory!, path], cancellationToken).ConfigureAwait(false);
            if ((made.UnixFileMode & OthersWrite) == 0 && own.Code == 0)
            {
                return true;
            }

            Log.CacheRefused(logger, path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or HostException)
        {
            Log.CacheFailed(logger, path, failure);
        }

        return false;
    }

    private T? Read<T>(string path, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.Length > SizeLimit || (file.UnixFileMode & ~OwnerOnly) != 0)
            {
                return null;
            }

            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return read(document.RootElement);
        }
        catch (Exception failure) when (
            failure is IOException or UnauthorizedAccessException
                or JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            Log.CacheFailed(logger, path, failure);
            return null;
        }
    }

    private void Write(string path, Action<Utf8JsonWriter> write)
    {
        var part = $"{path}.{Guid.NewGuid():N}";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly };
            using (var file = new FileStream(part, options))
            using (var writer = new Utf8JsonWriter(file))
            {
                write(writer);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Log.CacheFailed(logger, path, failure);
            File.Delete(part);
        }
    }
}

using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace QemuDsl.Runtime;

public sealed partial class GuestAgentClient
{
    /// <summary>
    /// Runs a program in the guest and returns what it writes, stdout and stderr together, as it comes. The agent itself tells output only
    /// at the end, so it goes through a file in the guest's <c>/tmp</c>, which is read while it grows and is gone afterwards; needs a POSIX
    /// shell there.
    /// </summary>
    /// <param name="program">A program of the guest, by its path or looked up there.</param>
    /// <param name="arguments">Its arguments, as they are; no shell reads them.</param>
    /// <param name="options">Input, environment, deadline.</param>
    /// <param name="ended">Told how it ended, after the last piece.</param>
    /// <param name="cancellationToken">Gives up; the agent has no way to end a program, so it goes on.</param>
    /// <exception cref="GuestAgentException">It cannot be started, or did not end in time and goes on.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> StreamAsync(
        string program,
        IEnumerable<string>? arguments = null,
        GuestProgramOptions? options = null,
        Action<GuestProgramResult>? ended = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        options ??= new GuestProgramOptions();
        var file = $"/tmp/qemu-dsl-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        await WriteFileAsync(file, ReadOnlyMemory<byte>.Empty, cancellationToken).ConfigureAwait(false);
        var handle = await OpenAsync(file, "r", cancellationToken).ConfigureAwait(false);
        try
        {
            // The name goes before the program begins: what is open stays.
            const string Redirect = "exec >>\"$0\" 2>&1; rm -f \"$0\"; exec \"$@\"";
            var pid = await StartAsync("/bin/sh", ["-c", Redirect, file, program, .. arguments ?? []], options, cancellationToken).ConfigureAwait(false);
            var started = _time.GetTimestamp();
            GuestProgramResult? result = null;
            var draining = TimeSpan.Zero;
            for (var pause = FirstLook; ;)
            {
                // Asked before the rest is read: what was written before the end is in that rest. The agent tells an end only once.
                result ??= await StatusAsync(pid, cancellationToken).ConfigureAwait(false);
                if (result is null)
                {
                    ThrowIfLate(program, pid, started, options.Timeout);
                }

                var reading = _time.GetTimestamp();
                var (bytes, _) = await ReadChunkAsync(handle, cancellationToken).ConfigureAwait(false);
                draining += result is null ? TimeSpan.Zero : _time.GetElapsedTime(reading);
                if (draining > options.Timeout)
                {
                    throw NoEnd(program, pid, options.Timeout);
                }

                if (bytes.Length > 0)
                {
                    yield return bytes;
                    pause = FirstLook;
                }
                else if (result is not null)
                {
                    ended?.Invoke(result);
                    yield break;
                }
                else
                {
                    await Task.Delay(pause, _time, cancellationToken).ConfigureAwait(false);
                    pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                }
            }
        }
        finally
        {
            _ = CloseBehindAsync(handle);
        }
    }

    // The time of whoever takes the pieces is not the agent's.
    private static GuestAgentException NoEnd(string program, long pid, TimeSpan limit) => GuestAgentException.Failed(
        "guest-file-read",
        $"{program} (pid {pid}) has ended, and what it wrote has no end within {limit.TotalSeconds:0.###} s. Raise GuestProgramOptions.Timeout");

    private void ThrowIfLate(string program, long pid, long started, TimeSpan limit)
    {
        if (_time.GetElapsedTime(started) > limit)
        {
            throw GuestAgentException.Failed(
                "guest-exec", $"{program} (pid {pid}) did not end within {limit.TotalSeconds:0.###} s and goes on. Raise GuestProgramOptions.Timeout");
        }
    }
}

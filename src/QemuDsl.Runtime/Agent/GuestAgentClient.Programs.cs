using System.Text.Json;

namespace QemuDsl.Runtime;

public sealed partial class GuestAgentClient
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Runs a program in the guest to its end and returns what it wrote (<c>guest-exec</c>, <c>guest-exec-status</c>). Program and
    /// arguments are given as they are; no shell reads them.
    /// </summary>
    /// <param name="program">A program of the guest, by its path or looked up there.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="options">Input, environment, deadline.</param>
    /// <param name="cancellationToken">Gives up; the agent has no way to end a program, so it goes on.</param>
    /// <exception cref="GuestAgentException">It cannot be started, or did not end in time and goes on.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public async Task<GuestProgramResult> RunAsync(
        string program, IEnumerable<string>? arguments = null, GuestProgramOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new GuestProgramOptions();
        var pid = await StartAsync(program, arguments ?? [], options, cancellationToken).ConfigureAwait(false);
        var started = _time.GetTimestamp();
        for (var pause = FirstLook; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            if (await StatusAsync(pid, cancellationToken).ConfigureAwait(false) is { } result)
            {
                return result;
            }

            ThrowIfLate(program, pid, started, options.Timeout);
            await Task.Delay(pause, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<long> StartAsync(
        string program, IEnumerable<string> arguments, GuestProgramOptions options, CancellationToken cancellationToken) => (await AskAsync(
        "guest-exec",
        writer =>
        {
            writer.WriteString("path", program);
            WriteList(writer, "arg", arguments);
            if (options.Environment is { } environment)
            {
                WriteList(writer, "env", environment.Select(static pair => $"{pair.Key}={pair.Value}"));
            }

            if (!options.Input.IsEmpty)
            {
                writer.WriteBase64String("input-data", options.Input.Span);
            }

            writer.WriteBoolean("capture-output", true);
        },
        cancellationToken).ConfigureAwait(false)).Required("pid").Number();

    private async Task<GuestProgramResult?> StatusAsync(long pid, CancellationToken cancellationToken)
    {
        var status = await AskAsync("guest-exec-status", writer => writer.WriteNumber("pid", pid), cancellationToken).ConfigureAwait(false);
        return !status.Required("exited").Flag()
            ? null
            : new GuestProgramResult
            {
                ExitCode = status["exitcode"]?.SmallNumber(),
                Signal = status["signal"]?.SmallNumber(),
                OutputBytes = status["out-data"]?.Bytes() ?? [],
                ErrorBytes = status["err-data"]?.Bytes() ?? [],
                IsTruncated = (status["out-truncated"]?.Flag() ?? false) || (status["err-truncated"]?.Flag() ?? false),
            };
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}

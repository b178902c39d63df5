using System.Diagnostics;
using System.Globalization;
using QemuDsl.Runtime;

namespace QemuDsl.Tool.Doctor;

/// <summary>What VMs take of a host's sshd, and of the account that is logged in to.</summary>
internal static class HostSsh
{
    // What SshHost has on one connection: processes, and a heartbeat.
    private const int Channels = 9;

    // One process, and the heartbeat.
    private const int FewestChannels = 2;
    private const string MaxSessions = "maxsessions ";

    private static readonly TimeSpan QuickLogin = TimeSpan.FromMilliseconds(500);

    // Only these reach TCP ports, too.
    private static readonly string[] Languages = ["python3", "perl"];

    public static async Task<IReadOnlyList<HostFinding>> ExamineAsync(IVmHost host, CancellationToken cancellationToken) =>
    [
        .. await JoinersAsync(host, cancellationToken).ConfigureAwait(false),
        Sessions(await HostOutput.ReadAsync(host, "/usr/sbin/sshd", ["-T"], cancellationToken).ConfigureAwait(false)),
        Login(await CommandTimeAsync(host, cancellationToken).ConfigureAwait(false)),
    ];

    /// <summary>Whether UNIX sockets are reached: SSH.NET does not forward them, so that a program over there joins one to a channel.</summary>
    /// <param name="joiner">The path of one that does; null when there is none.</param>
    public static HostFinding Sockets(string? joiner)
    {
        const string Check = "ssh sockets";
        return joiner is not null
            ? new HostFinding(Check, FindingState.Good, joiner)
            : new HostFinding(
                Check, FindingState.Missing, "there is none of socat, python3, perl and OpenBSD's nc, and UNIX sockets cannot be reached over SSH", Remedies.JoinPython);
    }

    /// <summary>Whether TCP ports of guests and of the host are reached.</summary>
    /// <param name="language">The path of a program that does; null when there is none.</param>
    public static HostFinding Ports(string? language)
    {
        const string Check = "ssh ports";
        return language is not null
            ? new HostFinding(Check, FindingState.Good, language)
            : new HostFinding(
                Check, FindingState.Lacking, "there is neither python3 nor perl; only waits for a guest's TCP port and connections to one need it", Remedies.JoinPython);
    }

    /// <summary>Whether this is OpenBSD's nc: the others know no UNIX sockets, or not the end of their input.</summary>
    /// <param name="help">What <c>nc -h</c> prints.</param>
    public static bool JoinsSockets(string help) => help.Contains("-N", StringComparison.Ordinal) && help.Contains("-U", StringComparison.Ordinal);

    /// <summary>Whether a connection has as many channels as VMs use.</summary>
    /// <param name="configuration">What <c>sshd -T</c> prints; empty where only root may ask.</param>
    public static HostFinding Sessions(string configuration)
    {
        const string Check = "ssh sessions";
        var line = configuration.Split('\n').FirstOrDefault(static line => line.StartsWith(MaxSessions, StringComparison.OrdinalIgnoreCase));
        if (line is null || !int.TryParse(line.AsSpan(MaxSessions.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var most))
        {
            return new HostFinding(Check, FindingState.Good, "sshd does not tell this user; it allows 10 unless it is told otherwise");
        }

        var message = string.Create(CultureInfo.InvariantCulture, $"sshd allows {most} on a connection");
        return most switch
        {
            >= Channels => new HostFinding(Check, FindingState.Good, message),
            >= FewestChannels => new HostFinding(
                Check, FindingState.Lacking, string.Create(CultureInfo.InvariantCulture, $"{message}; with fewer than {Channels} more connections are opened"), Remedies.Sessions),
            _ => new HostFinding(
                Check, FindingState.Missing, string.Create(CultureInfo.InvariantCulture, $"{message}, and a process needs {FewestChannels}"), Remedies.Sessions),
        };
    }

    /// <summary>Whether start-up files of the account hold every command up.</summary>
    public static HostFinding Login(TimeSpan command)
    {
        const string Check = "ssh login";
        var message = string.Create(CultureInfo.InvariantCulture, $"a command takes {command.TotalMilliseconds:0} ms");
        return command <= QuickLogin
            ? new HostFinding(Check, FindingState.Good, message)
            : new HostFinding(Check, FindingState.Lacking, $"{message}, mostly for a slow line or slow start-up files of the shell", Remedies.QuickLogin);
    }

    // The best of three: others may be busy there.
    private static async Task<TimeSpan> CommandTimeAsync(IVmHost host, CancellationToken cancellationToken)
    {
        var best = TimeSpan.MaxValue;
        for (var turn = 0; turn < 3; turn++)
        {
            var began = Stopwatch.GetTimestamp();
            var process = await host.StartProcessAsync(new HostCommand("/bin/true", []), cancellationToken).ConfigureAwait(false);
            await using (process.ConfigureAwait(false))
            {
                await process.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            best = Stopwatch.GetElapsedTime(began) is var taken && taken < best ? taken : best;
        }

        return best;
    }

    private static async Task<HostFinding[]> JoinersAsync(IVmHost host, CancellationToken cancellationToken)
    {
        var language = await FirstAsync(host, Languages, cancellationToken).ConfigureAwait(false);
        var socket = await FirstAsync(host, ["socat"], cancellationToken).ConfigureAwait(false) ?? language;
        return [Sockets(socket ?? await NcAsync(host, cancellationToken).ConfigureAwait(false)), Ports(language)];
    }

    private static async Task<string?> NcAsync(IVmHost host, CancellationToken cancellationToken)
    {
        if (await host.FindProgramAsync("nc", cancellationToken).ConfigureAwait(false) is not { } nc)
        {
            return null;
        }

        // OpenBSD's nc prints its help to stderr, and fails.
        var told = await host.RunAsync(new HostCommand(nc, ["-h"]), cancellationToken).ConfigureAwait(false);
        return JoinsSockets(told.Output + told.Errors) ? nc : null;
    }

    private static async Task<string?> FirstAsync(IVmHost host, string[] programs, CancellationToken cancellationToken)
    {
        foreach (var program in programs)
        {
            if (await host.FindProgramAsync(program, cancellationToken).ConfigureAwait(false) is { } path)
            {
                return path;
            }
        }

        return null;
    }
}

using System.Net;
using System.Net.NetworkInformation;

namespace QemuDsl.Runtime;

public sealed partial class GuestAgentClient
{
    // The agent runs hwclock, kills processes, syncs disks: what it does for these takes longer than an answer.
    private static readonly TimeSpan SilentAfter = TimeSpan.FromSeconds(3);

    /// <summary>Its version and the commands it takes (<c>guest-info</c>).</summary>
    /// <exception cref="GuestAgentException">It refused, did not answer, or answered nonsense.</exception>
    public async Task<GuestAgentInfo> GetInfoAsync(CancellationToken cancellationToken = default)
    {
        var info = await AskAsync("guest-info", null, cancellationToken).ConfigureAwait(false);
        var commands = info.Required("supported_commands").Items()
            .Where(static command => command["enabled"]?.Flag() ?? false)
            .Select(static command => command.Required("name").Text());
        return new GuestAgentInfo(info.Required("version").Text(), [.. commands.Order(StringComparer.Ordinal)]);
    }

    /// <summary>The guest's operating system (<c>guest-get-osinfo</c>, since QEMU 2.10).</summary>
    /// <exception cref="GuestAgentException">It refused, did not answer, or answered nonsense.</exception>
    public async Task<GuestOsInfo> GetOsInfoAsync(CancellationToken cancellationToken = default)
    {
        var info = await AskAsync("guest-get-osinfo", null, cancellationToken).ConfigureAwait(false);
        return new GuestOsInfo
        {
            Id = info["id"]?.Text(),
            Name = info["name"]?.Text(),
            PrettyName = info["pretty-name"]?.Text(),
            Version = info["version"]?.Text(),
            VersionId = info["version-id"]?.Text(),
            KernelRelease = info["kernel-release"]?.Text(),
            KernelVersion = info["kernel-version"]?.Text(),
            Architecture = info["machine"]?.Text(),
        };
    }

    /// <summary>The guest's network interfaces and their addresses (<c>guest-network-get-interfaces</c>).</summary>
    /// <exception cref="GuestAgentException">It refused, did not answer, or answered nonsense.</exception>
    public async Task<IReadOnlyList<GuestInterface>> GetInterfacesAsync(CancellationToken cancellationToken = default)
    {
        var answer = await AskAsync("guest-network-get-interfaces", null, cancellationToken).ConfigureAwait(false);
        return
        [
            .. answer.Items().Select(static item => new GuestInterface(item.Required("name").Text())
            {
                Mac = PhysicalAddress.TryParse(item["hardware-address"]?.Text(), out var mac) ? mac : null,
                Addresses = [.. item["ip-addresses"]?.Items().Select(Address).OfType<GuestAddress>() ?? []],
            }),
        ];
    }

    /// <summary>
    /// Sets the guest's clock (<c>guest-set-time</c>): to this time, or to the VM's real-time clock when null. For a guest that was paused
    /// or loaded from a snapshot.
    /// </summary>
    /// <exception cref="GuestAgentException">It refused, did not answer, or answered nonsense.</exception>
    public Task SetTimeAsync(DateTimeOffset? time = null, CancellationToken cancellationToken = default)
    {
        const long NanosecondsPerTick = 100;
        return AskAsync(
            "guest-set-time",
            time is { } value ? writer => writer.WriteNumber("time", (value - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick) : null,
            cancellationToken);
    }

    /// <summary>
    /// Asks the guest to shut down (<c>guest-shutdown</c>). The agent answers only when it cannot; how the VM ends is told by
    /// <see cref="VirtualMachine.Exited"/>.
    /// </summary>
    /// <param name="mode">What it is to do.</param>
    /// <param name="cancellationToken">Ends the wait for a refusal; the guest may shut down all the same.</param>
    /// <exception cref="GuestAgentException">It refused, or is not there.</exception>
    public async Task ShutdownAsync(GuestShutdown mode = GuestShutdown.Powerdown, CancellationToken cancellationToken = default)
    {
        await PingAsync(cancellationToken).ConfigureAwait(false);
        var word = mode switch { GuestShutdown.Halt => "halt", GuestShutdown.Reboot => "reboot", _ => "powerdown" };
        var command = new AgentCommand("guest-shutdown", writer => writer.WriteString("mode", word)) { MayStaySilent = true };
        await _channel.ExecuteAsync(command, SilentAfter, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets holders of keys log in by SSH (<c>guest-ssh-add-authorized-keys</c>, since QEMU 5.2).</summary>
    /// <param name="user">A user of the guest.</param>
    /// <param name="keys">Public keys, each as a line of <c>authorized_keys</c>.</param>
    /// <param name="reset">Whether all others are removed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="GuestAgentException">It refused, did not answer, or answered nonsense.</exception>
    public Task AddAuthorizedKeysAsync(
        string user, IEnumerable<string> keys, bool reset = false, CancellationToken cancellationToken = default) => AskAsync(
        "guest-ssh-add-authorized-keys",
        writer =>
        {
            writer.WriteString("username", user);
            writer.WriteStartArray("keys");
            foreach (var key in keys)
            {
                writer.WriteStringValue(key);
            }

            writer.WriteEndArray();
            writer.WriteBoolean("reset", reset);
        },
        cancellationToken);

    private static GuestAddress? Address(AgentValue value) => IPAddress.TryParse(value["ip-address"]?.Text(), out var address)
        ? new GuestAddress(address, value["prefix"]?.SmallNumber() ?? 0)
        : null;
}

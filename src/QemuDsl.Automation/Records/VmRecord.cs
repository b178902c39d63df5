using System.Text.Json.Serialization;

namespace QemuDsl.Automation;

/// <summary>What a program needs to find a VM that runs and to talk to it: one JSON file, described in docs/vm-record.md for any language.</summary>
public sealed record VmRecord
{
    /// <summary>The format this version writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The format; another number means another meaning of the rest.</summary>
    [JsonPropertyOrder(-1)]
    public required int Format { get; init; }

    /// <summary>The VM's name on its host.</summary>
    public required string Name { get; init; }

    /// <summary>The host (<see cref="HostAddress"/>).</summary>
    public required string Host { get; init; }

    /// <summary>Its run directory on the host; it goes with the VM.</summary>
    public required string RunDirectory { get; init; }

    /// <summary>QEMU's process number on the host.</summary>
    public required int Pid { get; init; }

    /// <summary>When that process started, in clock ticks since the host booted: tells it from another one that got its number later.</summary>
    public required long ProcessStartTime { get; init; }

    /// <summary>The boot of the host it was started in (<c>/proc/sys/kernel/random/boot_id</c>).</summary>
    public required string BootId { get; init; }

    /// <summary>A QMP monitor for other programs, one at a time: a UNIX socket on the host.</summary>
    public required string ControlSocket { get; init; }

    /// <summary>Whether its serial console can be read by whoever attaches.</summary>
    public required bool HasSerial { get; init; }

    /// <summary>Whether it has a port for the guest agent.</summary>
    public required bool HasGuestAgent { get; init; }

    /// <summary>The ports of the host that lead into the guest.</summary>
    public required IReadOnlyList<VmRecordForward> Forwards { get; init; }

    /// <summary>The profile, or the file of the description.</summary>
    public string? Profile { get; init; }

    /// <summary>When it was started, by the clock of the machine it was started from.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it is ended at the latest.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The forward to a TCP port of the guest; null when there is none.</summary>
    public VmRecordForward? ForwardTo(int guestPort) =>
        Forwards.FirstOrDefault(forward => forward.Protocol == VmRecordForward.Tcp && forward.GuestPort == guestPort);
}

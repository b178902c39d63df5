namespace QemuDsl.Runtime;

/// <summary>What a VM needs of a host.</summary>
public sealed record VmResources
{
    /// <summary>How many CPUs; 0 for one that lives on what others leave.</summary>
    public int Cpus { get; init; } = 1;

    /// <summary>How much memory.</summary>
    public ByteSize Memory { get; init; }

    /// <summary>Whether these must be certain CPUs that no other lease has, in <see cref="IVmLease.Cpus"/>.</summary>
    public bool PinCpus { get; init; }

    /// <summary>
    /// As many CPUs as the guest has (<c>-smp</c>), and its memory (<c>-m</c>). QEMU's own memory, some ten megabytes, is not in it.
    /// </summary>
    /// <exception cref="QemuOptionException">A value of the command cannot be expressed in QEMU's syntax.</exception>
    public static VmResources Of(IQemuCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return GuestSize.Of(command.Arguments);
    }

    /// <summary><c>2 CPUs and 512 MiB</c>.</summary>
    public override string ToString() => $"{Cpus} {(PinCpus ? "CPUs of its own" : Cpus == 1 ? "CPU" : "CPUs")} and {Memory} of memory";

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Cpus);
        ArgumentOutOfRangeException.ThrowIfNegative(Memory.Bytes);
        if (PinCpus)
        {
            ArgumentOutOfRangeException.ThrowIfZero(Cpus);
        }
    }
}

using System.Diagnostics.Contracts;
using QemuDsl.Machines;
using QemuDsl.Objects;
using QemuDsl.Switches;

namespace QemuDsl;

/// <summary>How much memory a guest has, and of which kind.</summary>
public static class MemoryExtensions
{
    private const string HugePages = "/dev/hugepages";

    /// <summary>
    /// Gives the guest memory (<c>-m size=…</c>). Takes the place of an earlier size and of the machine's memory backend.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="size">How much.</param>
    /// <param name="hugePages">
    /// Whether it is made of the host's huge pages in <c>/dev/hugepages</c>, all of them taken at the start; they are shared as well.
    /// </param>
    /// <param name="share">Whether other processes can map it, as vhost-user and virtiofs need.</param>
    [Pure]
    public static QemuCommand<TMachine> WithMemory<TMachine>(
        this QemuCommand<TMachine> command, ByteSize size, bool hugePages = false, bool share = false)
        where TMachine : IMemoryMachine<TMachine> => command
            .Add(new Memory { Size = size })
            .WithMachine(machine => machine.WithMemoryBackend(Backend(size, hugePages, share)));

    /// <summary>
    /// Gives the guest memory that comes from some NUMA nodes of the host and from no others, such as those its CPUs are on; other processes
    /// can map it. Takes the place of an earlier size and of the machine's memory backend.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="size">How much.</param>
    /// <param name="nodes">The nodes (<c>host-nodes</c>, with <c>policy=bind</c>).</param>
    [Pure]
    public static QemuCommand<TMachine> WithMemory<TMachine>(this QemuCommand<TMachine> command, ByteSize size, CpuSet nodes)
        where TMachine : IMemoryMachine<TMachine> => command
            .Add(new Memory { Size = size })
            .WithMachine(machine => machine.WithMemoryBackend(new MemoryBackendMemfd { Size = size, Share = true }.OnNodes(nodes)));

    /// <summary>Memory of the same kind that comes from some NUMA nodes of the host and from no others.</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="nodes">The nodes (<c>host-nodes</c>, with <c>policy=bind</c>).</param>
    [Pure]
    public static TMemory OnNodes<TMemory>(this TMemory memory, CpuSet nodes)
        where TMemory : HostMemoryBackend => (TMemory)((HostMemoryBackend)memory with { HostNodes = nodes, Policy = HostMemoryPolicy.Bind });

    private static IMemoryBackend? Backend(ByteSize size, bool hugePages, bool share) => (hugePages, share) switch
    {
        (true, _) => new MemoryBackendFile { Size = size, MemPath = HugePages, Share = true, Prealloc = true },
        (_, true) => new MemoryBackendMemfd { Size = size, Share = true },
        _ => null,
    };
}

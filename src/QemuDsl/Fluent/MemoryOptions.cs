using System.Diagnostics.Contracts;
using QemuDsl.Machines;
using QemuDsl.Objects;
using QemuDsl.Switches;

namespace QemuDsl;

/// <summary>The guest's memory, in short.</summary>
public static class MemoryOptions
{
    /// <summary>Gives the guest this much memory (<c>-m</c>).</summary>
    /// <param name="command">The command.</param>
    /// <param name="size">How much.</param>
    /// <param name="hugePages">Takes it from <c>/dev/hugepages</c>, shared; enough huge pages must be free there.</param>
    /// <param name="share">Lets other processes see it, as vhost-user needs; from an anonymous file, without huge pages.</param>
    [Pure]
    public static QemuCommand<TMachine> WithMemory<TMachine>(
        this QemuCommand<TMachine> command, ByteSize size, bool hugePages = false, bool share = false)
        where TMachine : IMemoryMachine<TMachine>
    {
        IMemoryBackend? backend = (hugePages, share) switch
        {
            (true, _) => new MemoryBackendFile { Size = size, MemPath = "/dev/hugepages", Share = true, Prealloc = true },
            (false, true) => new MemoryBackendMemfd { Size = size, Share = true },
            _ => null,
        };
        return command.AddMemory(size: size).WithMachine(machine => machine.WithMemoryBackend(backend));
    }
}

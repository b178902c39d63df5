using System.Globalization;
using QemuDsl.Chardevs;
using QemuDsl.Cpus;
using QemuDsl.Devices;
using QemuDsl.Fsdevs;
using QemuDsl.Machines;
using QemuDsl.Objects;
using QemuDsl.Switches;

namespace QemuDsl.Nfv;

/// <summary>Makes QEMU's command of a VM on the host's root.</summary>
internal sealed class KernelVmCommand(KernelVm vm, QemuVersion? version)
{
    // All that KVM or TCG has: programs of the host may use what the host's CPU can do.
    private static readonly X86Cpu Cpu = new() { Model = X86CpuModel.Max };

    // It starts nothing, becomes nobody else and leaves its threads where they were put; what does that from outside still can.
    private static readonly Sandbox Caged = new()
    {
        Obsolete = SandboxRule.Deny, ElevatePrivileges = SandboxElevation.Deny, Spawn = SandboxRule.Deny, ResourceControl = SandboxRule.Deny,
    };

    private bool IsShared => vm.AllInterfaces.OfType<VhostUserInterface>().Any();

    /// <param name="machine">The machine.</param>
    /// <param name="initrd">Where the initramfs will be.</param>
    /// <param name="directory">The run directory with a slash behind it, once it is known.</param>
    public IQemuCommand Build(GuestMachine machine, string initrd = "initramfs", string directory = "")
    {
        vm.Check();
        return machine switch
        {
            GuestMachine.Pc => Build(Qemu.Pc().WithMachine(static pc => pc with { Usb = false, MemMerge = false }).Add(Cpu), initrd, directory, "ttyS0"),
            GuestMachine.Q35 => Build(Qemu.Q35().WithMachine(static q35 => q35 with { Usb = false, MemMerge = false }).Add(Cpu), initrd, directory, "ttyS0"),
            GuestMachine.Virt => Build(Qemu.Virt().WithMachine(virt => virt with { Usb = false, MemMerge = false, GicVersion = vm.GicVersion }).Add(new ArmCpu { Model = ArmCpuModel.Max }), initrd, directory, "ttyAMA0"),
            _ => throw new ArgumentOutOfRangeException(nameof(machine), machine, "This machine is not known here."),
        };
    }

    private QemuCommand<TMachine> Build<TMachine>(QemuCommand<TMachine> command, string initrd, string directory, string console)
        where TMachine : IMemoryMachine<TMachine>, IHasPciBus
    {
        var ports = new VirtioSerialPci();
        command = command
            .Add(new VmName { Guest = vm.NameOrNumber, DebugThreads = true })
            .WithCpus(vm.Cpus)
            .WithMemory(vm.Memory, share: IsShared)
            .WithMachine(machine => Backend() is { } backend ? machine.WithMemoryBackend(backend) : machine)
            .Add(new Virtio9pPci
            {
                Fsdev = new LocalFsdev { Id = "root9p", Path = vm.Root, SecurityModel = FsdevSecurityModel.None, ReadOnly = true, Multidevs = FsdevMultidevs.Remap },
                MountTag = "virtioroot",
            })
            .Add(new VirtioRngPci())
            .Add(new PvpanicPci())
            .AddInterfaces(vm.Id, vm.AllInterfaces, version)
            .Add(ports)
            .Add(new Virtserialport
            {
                VirtioSerialBus = ports,
                Name = GuestReport.PortName,
                Chardev = new SocketChardev { Id = "workload", Path = directory + GuestReport.SocketName, Server = true, Wait = false },
            })
            .WithKernel(vm.Kernel.Image, initrd, Parameters(console).ToArgument())
            .Add(new NoReboot());
        return vm.IsSandboxed ? command.Add(Caged) : command;
    }

    private IMemoryBackend? Backend() => vm switch
    {
        { MemoryBackend: { } own } => own,
        { MemoryNodes: { } nodes } => new MemoryBackendMemfd { Size = vm.Memory, Share = IsShared ? true : null, HostNodes = nodes, Policy = HostMemoryPolicy.Bind },
        _ => null,
    };

    private KernelCommandLine Parameters(string console)
    {
        var parameters = KernelCommandLine.Empty.Add("console", console).Add("panic", "-1").Add("fastboot");
        parameters = console == "ttyS0" ? parameters.Add("tsc", "reliable") : parameters;

        // Made at boot: later, memory is in pieces.
        parameters = vm.HugePageCount > 0 ? parameters.Add("hugepages", vm.HugePageCount.ToString(CultureInfo.InvariantCulture)) : parameters;
        return parameters.Add(vm.KernelParameters);
    }
}

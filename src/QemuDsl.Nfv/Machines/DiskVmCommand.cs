using QemuDsl.Blockdevs;
using QemuDsl.Cpus;
using QemuDsl.Devices;
using QemuDsl.Machines;
using QemuDsl.Netdevs;
using QemuDsl.Switches;

namespace QemuDsl.Nfv;

/// <summary>Makes QEMU's command of a VM with a disk.</summary>
internal sealed class DiskVmCommand(DiskVm vm, QemuVersion? version)
{
    public IQemuCommand Build(GuestMachine machine)
    {
        vm.Check();
        return machine switch
        {
            GuestMachine.Pc => Build(Qemu.Pc().WithMachine(static pc => pc with { Usb = false, MemMerge = false }).Add(new X86Cpu { Model = X86CpuModel.Max })),
            GuestMachine.Q35 => Build(Qemu.Q35().WithMachine(static q35 => q35 with { Usb = false, MemMerge = false }).Add(new X86Cpu { Model = X86CpuModel.Max })),
            GuestMachine.Virt => Build(Qemu.Virt().WithMachine(virt => virt with { Usb = false, MemMerge = false, GicVersion = vm.GicVersion }).Add(new ArmCpu { Model = ArmCpuModel.Max })),
            _ => throw new ArgumentOutOfRangeException(nameof(machine), machine, "This machine is not known here."),
        };
    }

    private QemuCommand<TMachine> Build<TMachine>(QemuCommand<TMachine> command)
        where TMachine : IMemoryMachine<TMachine>, IHasPciBus
    {
        command = command
            .Add(new VmName { Guest = vm.Name ?? vm.Id.Name, DebugThreads = true })
            .WithCpus(vm.Cpus)
            .WithMemory(vm.Memory, share: vm.Interfaces.OfType<VhostUserInterface>().Any())
            .WithMachine(machine => vm.MemoryBackend is { } backend ? machine.WithMemoryBackend(backend) : machine)

            // A kernel that QEMU loads has the index 0 itself.
            .Add(new VirtioBlkPci { Id = "disk0", BootIndex = vm.Kernel is null ? 0 : null, Drive = new Drive { Id = "image", File = vm.Image, Format = vm.Format, Snapshot = !vm.WritesImage } });
        foreach (var (index, path) in vm.ReadOnlyDisks.Index())
        {
            command = command.Add(new VirtioBlkPci { Id = $"disk{index + 1}", Drive = new Drive { Id = $"image{index + 1}", File = path, Format = "raw", ReadOnly = true } });
        }

        command = command.AddInterfaces(vm.Id, vm.Interfaces, version);
        command = vm.HasSsh
            ? command.Add(new VirtioNetPci { Id = "mgmt0", Netdev = new UserNetdev { Id = "mgmt", HostFwd = [HostForward.Tcp(HostForward.AnyPort, DiskVmStarter.SshPort)] } })
            : command;
        return vm.Kernel is { } kernel ? command.WithKernel(kernel, vm.Initrd, vm.KernelParameters.ToArgument()) : command;
    }
}

namespace QemuDsl.Tests.Commands;

/// <summary>Whole command lines, as lists.</summary>
public sealed class GoldenTests
{
    [Fact]
    public void A_command_begins_with_nothing_that_was_not_asked_for() =>
        Assert.Equal(["-machine", "q35", "-nodefaults", "-no-user-config", "-display", "none"], Qemu.Q35().Arguments);

    [Fact]
    public void A_router_on_vhost_user_has_shared_huge_pages()
    {
        var command = Qemu.Pc()
            .WithName("router-1").WithMemory(4.GiB(), hugePages: true).WithCpus(4)
            .AddVirtioNetPci(
                new VhostUserNetdev { Chardev = new SocketChardev { Path = "/run/vpp/sock-1" } }, mac: "52:54:00:00:01:01")
            .AddIsaSerial(new FileChardev { Path = "serial.log" });

        Assert.Equal(
            [
                "-object", "memory-backend-file,id=mem0,mem-path=/dev/hugepages,size=4G,share=on,prealloc=on",
                "-machine", "pc,memory-backend=mem0",
                "-nodefaults", "-no-user-config", "-display", "none",
                "-name", "guest=router-1",
                "-m", "size=4G",
                "-smp", "cpus=4",
                "-chardev", "socket,id=chardev0,path=/run/vpp/sock-1",
                "-netdev", "vhost-user,id=netdev0,chardev=chardev0",
                "-device", "virtio-net-pci,id=dev0,netdev=netdev0,mac=52:54:00:00:01:01",
                "-chardev", "file,id=chardev1,path=serial.log",
                "-device", "isa-serial,id=dev1,chardev=chardev1",
            ],
            command.Arguments);
    }

    [Fact]
    public void The_same_router_in_JSON_keeps_key_value_where_QEMU_takes_nothing_else()
    {
        var command = Qemu.Pc()
            .WithMemory(512.MiB(), share: true)
            .AddVirtioNetPci(new UserNetdev { HostFwd = [HostForward.Tcp(2222, 22)] })
            .WithNotation(Notation.Json);

        Assert.Equal(
            [
                "-object", """{"qom-type":"memory-backend-memfd","id":"mem0","size":536870912,"share":true}""",
                "-machine", "pc,memory-backend=mem0",
                "-nodefaults", "-no-user-config", "-display", "none",
                "-m", "size=512M",
                "-netdev", """{"type":"user","id":"netdev0","hostfwd":[{"str":"tcp:127.0.0.1:2222-:22"}]}""",
                "-device", """{"driver":"virtio-net-pci","id":"dev0","netdev":"netdev0"}""",
            ],
            command.Arguments);
    }

    [Fact]
    public void A_kernel_with_its_command_line_is_written_as_it_is()
    {
        var command = Qemu.Microvm().WithKernel("a, b/vmlinux", "initrd", "console=ttyS0 root=\"a,b\"").WithKvm().WithTcg();

        Assert.Equal(
            ["-kernel", "a, b/vmlinux", "-initrd", "initrd", "-append", "console=ttyS0 root=\"a,b\"", "-accel", "kvm", "-accel", "tcg"],
            command.Arguments.Skip(6));
    }

    [Fact]
    public void Firmware_in_flash_stands_before_the_machine_that_boots_it()
    {
        var command = Qemu.Q35().WithUefi("OVMF_CODE.fd", "vars.fd");

        Assert.Equal(
            [
                "-blockdev", "driver=file,node-name=block0,filename=OVMF_CODE.fd,read-only=on",
                "-blockdev", "driver=raw,node-name=block1,file=block0,read-only=on",
                "-blockdev", "driver=file,node-name=block2,filename=vars.fd",
                "-blockdev", "driver=raw,node-name=block3,file=block2",
                "-machine", "q35,pflash0=block1,pflash1=block3",
            ],
            command.Arguments.Take(10));
    }

    [Fact]
    public void A_microvm_with_PCI_Express_is_a_machine_of_its_own() =>
        Assert.Equal(["-machine", "microvm,isa-serial=off,pcie=on"],
            Qemu.MicrovmPcie(new MicrovmPcie { IsaSerial = false }).Arguments.Take(2));

    [Fact]
    public void KVM_has_all_its_keys() => Assert.Equal(
        ["-accel", "kvm,kernel-irqchip=split,kvm-shadow-mem=1M,dirty-ring-size=4096,notify-vmexit=run,notify-window=1000"],
        Qemu.Pc().AddKvmAccelerator(KernelIrqchip.Split, 1.MiB(), 4096, NotifyVmexit.Run, 1000).Arguments.Skip(6));

    [Fact]
    public void CPU_features_stand_behind_the_model_without_a_key() => Assert.Equal(
        ["-cpu", "EPYC-Milan-v2,+avx2,-svm,aes=on,model-id=my cpu"],
        Qemu.Pc().AddX86Cpu(X86CpuModel.EpycMilanV2, ["+avx2", "-svm", CpuFeature.On("aes"), CpuFeature.Set("model-id",
            "my cpu")]).Arguments.Skip(6));

    [Fact]
    public void A_later_memory_takes_the_place_of_an_earlier_one_and_of_its_back_end() => Assert.Equal(
        ["-machine", "pc", "-nodefaults", "-no-user-config", "-display", "none", "-m", "size=1G"],
        Qemu.Pc().WithMemory(4.GiB(), hugePages: true).WithMemory(1.GiB()).Arguments);

    [Fact]
    public void A_display_takes_the_place_of_none() => Assert.Equal(
        ["-machine", "pc", "-nodefaults", "-no-user-config", "-display", "curses,charset=CP437"],
        Qemu.Pc().AddCursesDisplay(charset: "CP437").Arguments);

    [Fact]
    public void Two_machines_can_share_a_stem()
    {
        var stem = Qemu.Pc().WithMemory(1.GiB());

        var first = stem.WithName("a");
        var second = stem.WithName("b");

        Assert.Equal(stem.Arguments.Count + 2, first.Arguments.Count);
        Assert.Equal(["-name", "guest=b"], second.Arguments.Skip(stem.Arguments.Count));
    }

    [Fact]
    public void A_secret_never_reaches_the_command_line()
    {
        var command = Qemu.Pc().Add(new Vnc { Address = "127.0.0.1:0", PasswordSecret = new Secret { Data = "hunter2" } });

        Assert.Equal(["-object", "secret,id=secret0,file=/run/x/secret0.secret"], command.Render("/run/x").Skip(6).Take(2));
        Assert.DoesNotContain("hunter2", command.ToString(), StringComparison.Ordinal);
        Assert.Equal("hunter2"u8.ToArray(), Assert.Single(command.SecretFiles).Content.ToArray());
    }
}

using QemuDsl.Accelerators;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>What cannot start says what is wrong and what to do, and leaves nothing behind.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("qemu-system-pdp11", "is not on the PATH")]
    [InlineData("/usr/bin/qemu-system-pdp11", "does not exist")]
    [InlineData("/etc/passwd", "chmod +x")]
    [InlineData("/etc", "does not exist")]
    public async Task Program_that_cannot_be_executed_is_named(string program, string words)
    {
        await using var host = new TestHost();

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => host.StartAsync(new RawCommand(program, [])));

        Assert.Contains($"'{program}'", failure.Message, StringComparison.Ordinal);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_that_is_no_program_is_told_with_its_words()
    {
        await using var host = new TestHost();
        var path = host.File("no-program");
        await File.WriteAllTextAsync(path, "#!/no/such/interpreter\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => host.StartAsync(new RawCommand(path, [])));

        Assert.Contains("no-program: not found", failure.Message, StringComparison.Ordinal);
        Assert.Contains("exited with code 127", failure.Message, StringComparison.Ordinal);
    }

    // What is written to it behind its end finds nobody, which once passed for an owner who had gone.
    [Fact]
    public async Task Program_that_ends_before_QMP_while_somebody_else_holds_its_output_is_told_with_its_code()
    {
        await using var host = new TestHost();
        var path = host.File("ends-early");
        await File.WriteAllTextAsync(
            path, "#!/bin/sh\nfor word; do case $word in *path=*) pipe=${word#*path=}; exec 9>\"${pipe%%,*}.out\"; sleep 1 & ;; esac; done\nexit 43\n",
            TestContext.Current.CancellationToken);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => host.StartAsync(new RawCommand(path, [])));

        Assert.Contains("exited with code 43", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Argument_that_QEMU_refuses_is_quoted()
    {
        await using var host = new TestHost();

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => host.StartAsync(TestHost.Empty("-device", "no-such-device")));

        Assert.Contains("exited with code 1 ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'no-such-device' is not a valid device model name", failure.Message, StringComparison.Ordinal);
        Assert.Contains("-device no-such-device", failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.Refusal);
    }

    [Fact]
    public async Task Refusal_names_the_record_and_the_property()
    {
        await using var host = new TestHost();

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => host.StartAsync(new SecretCommand("hunter2") { More = ["-device", "no-such"] }));

        Assert.Equal(("NoSuch", "Property"), (failure.Refusal?.Record, failure.Refusal?.Property));
        Assert.Contains("NoSuch, property Property (key 'key', value 'value')", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_kernel_is_told_with_its_path_and_its_record()
    {
        await using var host = new TestHost();
        var command = Qemu.Pc().Add(new TcgAccelerator()).WithKernel(host.File("vmlinuz-5.10"), append: "console=ttyS0");

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => host.StartAsync(command));

        Assert.Contains($"'{host.File("vmlinuz-5.10")}': No such file or directory", failure.Message, StringComparison.Ordinal);
        Assert.Equal(("Kernel", "Path"), (failure.Refusal?.Record, failure.Refusal?.Property));
    }

    [Fact]
    public async Task Errors_in_the_description_are_listed_and_warnings_are_logged()
    {
        await using var host = new TestHost();
        var findings = new[]
        {
            new Finding("QDV9001", Severity.Error, "-device x", "mac", "zz", "is no address", "Write six bytes."),
            new Finding("QDV9002", Severity.Warning, "-device x", "mq", null, "does nothing", "Leave it out."),
        };

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => host.StartAsync(new SecretCommand("s") { Findings = findings }));

        Assert.Contains("QDV9001 -device x, key 'mac': is no address (value 'zz'). Write six bytes.", failure.Message, StringComparison.Ordinal);
        Assert.Equal([findings[0]], failure.Findings);
        Assert.Contains(host.Log, static line => line.StartsWith("Warning: QDV9002", StringComparison.Ordinal));
        Assert.False(Directory.Exists(host.RunRoot));
    }

    [Theory]
    [InlineData("-daemonize")]
    [InlineData("--daemonize")]
    public async Task QEMU_may_not_leave_its_supervisor(string option)
    {
        await using var host = new TestHost();

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => host.StartAsync(TestHost.Empty(option)));

        Assert.Contains("-daemonize", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_directory_too_long_for_sockets_is_refused_before_QEMU_is()
    {
        await using var host = new TestHost(new string('d', 90));

        var failure = await Assert.ThrowsAsync<HostException>(() => host.StartAsync(TestHost.Empty()));

        Assert.Contains("107 bytes", failure.Message, StringComparison.Ordinal);
        Assert.Contains("RunRoot", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_root_that_cannot_be_made_is_named_with_the_remedy()
    {
        await using var host = new TestHost("/proc/no/such");

        var failure = await Assert.ThrowsAsync<HostException>(() => host.StartAsync(TestHost.Empty()));

        Assert.Contains("/proc/no", failure.Message, StringComparison.Ordinal);
        Assert.Contains("HostOptions.RunRoot", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_root_open_to_others_is_refused()
    {
        await using var host = new TestHost();
        Directory.CreateDirectory(host.RunRoot);
        File.SetUnixFileMode(host.RunRoot, (UnixFileMode)0b111_111_111);

        var failure = await Assert.ThrowsAsync<HostException>(() => host.StartAsync(TestHost.Empty()));

        Assert.Contains("chmod 700", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Full_disk_is_an_error_of_the_host_and_leaves_nothing()
    {
        await using var host = new TestHost();
        await using var disk = await SmallDisk.MountAsync(host.RunRoot);

        var failure = await Assert.ThrowsAsync<HostException>(() => host.StartAsync(new SecretCommand(new string('x', 1 << 20))));

        Assert.Contains("No space left on device", failure.Message, StringComparison.Ordinal);
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Options_that_cannot_work_are_refused_before_QEMU_is_started()
    {
        await using var host = new TestHost();
        VmOptions[] wrong =
        [
            new() { FailureSigns = new BootFailureSigns { Serial = ["("] } },
            new() { FailureSigns = new BootFailureSigns { Serial = ["(a)\\1"] } },
            new() { SerialHistory = -1 },
            new() { StartTimeout = TimeSpan.MaxValue },
            new() { BootTimeout = TimeSpan.FromSeconds(-5) },
        ];

        foreach (var options in wrong)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => host.StartAsync(TestHost.Empty(), options));
        }

        Assert.False(Directory.Exists(host.RunRoot));
    }

    [Fact]
    public async Task Ready_and_paused_contradict_each_other()
    {
        await using var host = new TestHost();

        await Assert.ThrowsAsync<ArgumentException>(
            () => host.StartAsync(TestHost.Empty(), new VmOptions { StartPaused = true, ReadyWhen = Boot.UntilQmpEvent("RESUME") }));
    }
}

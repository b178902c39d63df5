using System.Net.Sockets;
using Microsoft.Build.Utilities;
using QemuDsl.Runtime;
using Task = System.Threading.Tasks.Task;

namespace QemuDsl.MSBuild.Tests;

/// <summary>Builds that end before their VMs are ready.</summary>
public sealed class CancellationTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("KILL")]
    public async Task VM_of_a_build_that_is_cancelled_or_killed_while_it_boots_is_gone(string signal)
    {
        await using var folder = new BuildFolder();
        var project = folder.Bare(Guests.Arguments(folder).Replace("serial:QDSL-READY", "serial:never", StringComparison.Ordinal));
        using var build = folder.Start("msbuild", project, "-t:QemuStart", "-nologo", "-tl:off");
        await build.SaidAsync("db: Running");
        Assert.NotEmpty(folder.Left());

        await build.SignalAsync(signal);

        await folder.NothingIsLeftAsync();
        Assert.False(File.Exists(folder.File("obj/qemu-vms/db.json")));
    }

    [Fact]
    public async Task VM_that_is_left_to_itself_ends_with_its_lifetime()
    {
        await using var folder = new BuildFolder();
        var project = folder.Bare(Guests.Arguments(folder).Replace("5m", "8s", StringComparison.Ordinal));

        (await folder.MSBuildAsync(project, "QemuStart")).Succeeded();

        await BuildFolder.UntilAsync(() => folder.Running().Count == 0, () => "the VM is gone");
        (await folder.MSBuildAsync(project, "QemuStart")).Succeeded();
    }

    [Fact]
    public async Task What_a_killed_supervisor_left_is_swept_by_the_next_build()
    {
        await using var folder = new BuildFolder();
        var project = folder.Bare(Guests.Arguments(folder));
        (await folder.MSBuildAsync(project, "QemuStart")).Succeeded();
        var record = await folder.RecordAsync("obj/qemu-vms/db.json");
        var owner = (await File.ReadAllTextAsync(Path.Combine(record.RunDirectory, "owner"), TestContext.Current.CancellationToken)).Split(' ')[0];
        await ChildProcess.RunAsync("/bin/sh", ["-c", "kill -KILL \"$1\"", "sh", owner], TestContext.Current.CancellationToken);
        await BuildFolder.UntilAsync(() => !Directory.Exists($"/proc/{record.Pid}"), () => "QEMU is gone");

        var result = (await folder.MSBuildAsync(project, "QemuStart", "-v:n")).Succeeded();

        Assert.Contains($"Removed what was left of '{record.Name}' in {record.RunDirectory}.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VM_of_a_build_that_was_killed_later_on_is_replaced_by_one_that_wants_to()
    {
        await using var folder = new BuildFolder();
        var project = folder.Bare(Guests.Arguments(folder), """<Target Name="Use" DependsOnTargets="QemuStart"><Exec Command="echo now &amp;&amp; exec sleep 30" /></Target>""");
        using (var build = folder.Start("msbuild", project, "-t:Use", "-nologo", "-tl:off"))
        {
            await build.SaidAsync("now");
            await build.SignalGroupAsync("KILL");
        }

        var killed = await folder.RecordAsync("obj/qemu-vms/db.json");
        (await folder.MSBuildAsync(project, "QemuStart")).Error("QDT0004", $"{project}(5,");
        (await folder.MSBuildAsync(project, "QemuStart", "-p:QemuVmRestart=true")).Succeeded();

        Assert.False(Directory.Exists($"/proc/{killed.Pid}"));
        Assert.NotEqual(killed.Pid, (await folder.RecordAsync("obj/qemu-vms/db.json")).Pid);
        (await folder.MSBuildAsync(project, "QemuStop")).Succeeded();
        Assert.Empty(folder.Left());
    }

    [Fact]
    public async Task Start_that_is_cancelled_a_hundred_times_ends_as_if_it_was_cancelled_once()
    {
        await using var folder = new BuildFolder();
        var started = new TaskCompletionSource();
        var engine = new SilentEngine { Message = text => _ = text.Contains("Running", StringComparison.Ordinal) && started.TrySetResult() };

        await CancelAsync(Starting(folder, "serial:never", engine), started.Task);

        Assert.Empty(engine.Errors);
        Assert.Empty(folder.Records());
        Assert.DoesNotContain(await new LocalHost().ListAsync(TestContext.Current.CancellationToken), vm => vm.Name == VmNames.Of(folder.FullPath, "db"));
    }

    [Fact]
    public async Task Conversion_that_is_cancelled_a_hundred_times_ends_as_if_it_was_cancelled_once()
    {
        Tools.Require("qemu-img");
        await using var folder = new BuildFolder();
        var socket = folder.File("nbd.sock");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(socket));
        listener.Listen();
        var accepting = listener.AcceptAsync(TestContext.Current.CancellationToken).AsTask();
        var task = new CreateDisk { Path = folder.File("d.qcow2"), Source = $"nbd+unix:///?socket={socket}", OtherFormat = "raw", BuildEngine = new SilentEngine() };

        await CancelAsync(task, accepting);

        // A server that never says a word: qemu-img would wait for ever.
        using var client = await accepting;
        Assert.Equal(0, await client.ReceiveAsync(new byte[1], TestContext.Current.CancellationToken));
        Assert.False(File.Exists(task.Path));
    }

    [Fact]
    public async Task Look_at_a_host_that_is_cancelled_a_hundred_times_ends_as_if_it_was_cancelled_once()
    {
        await using var folder = new BuildFolder();
        var (program, asked) = (folder.File("qemu"), folder.File("asked"));
        var script = folder.Write("script", $"#!/bin/sh\necho $$ >{asked}.part\nmv {asked}.part {asked}\nexec sleep 600\n");

        // A program that this process writes could not be run while a test beside this one starts another (ETXTBSY).
        await ChildProcess.RunAsync("install", ["-m", "755", script, program], TestContext.Current.CancellationToken);
        var engine = new SilentEngine();

        await CancelAsync(new CheckQemuHost { Program = program, BuildEngine = engine }, BuildFolder.UntilAsync(() => File.Exists(asked), () => "the program is asked"));

        Assert.Empty(engine.Errors);
        var pid = (await File.ReadAllTextAsync(asked, TestContext.Current.CancellationToken)).Trim();
        await BuildFolder.UntilAsync(() => !Directory.Exists($"/proc/{pid}"), () => "the program is gone");
    }

    [Fact]
    public async Task Tasks_in_a_VM_that_are_cancelled_a_hundred_times_leave_it_alone()
    {
        await using var folder = new BuildFolder();
        var linux = TinyLinux.Require();
        folder.Write("db.args", string.Join('\n', (string[])[Tools.Qemu("x86_64"), "-machine", "pc", "-accel", "tcg", "-nodefaults", "-display", "none", .. linux.BootArguments]));
        var start = Starting(folder, "agent", new SilentEngine());
        Assert.True(await Task.Run(start.Execute));
        var file = start.Records[0].ItemSpec;
        var record = (await VmRecordFile.ReadAsync(file, TestContext.Current.CancellationToken))!;

        await CancelAsync(new WaitForVm { Record = file, ReadyWhen = "serial:never", BuildEngine = new SilentEngine() }, AttachedAsync(record));
        await CancelAsync(new ExecInVm { Record = file, Program = "/bin/busybox", Arguments = ["sleep", "600"], BuildEngine = new SilentEngine() }, AttachedAsync(record));

        // A file without end; half of it is no file.
        var copied = folder.File("out");
        await CancelAsync(
            new CopyFromVm { Record = file, Sources = ["/dev/zero"], Folder = copied, BuildEngine = new SilentEngine() },
            BuildFolder.UntilAsync(() => Directory.Exists(copied) && new DirectoryInfo(copied).EnumerateFiles().Any(static part => part.Length > 0), () => "some is copied"));
        Assert.Empty(Directory.GetFiles(copied));
        await CancelAsync(
            new CopyToVm { Record = file, Sources = [new TaskItem("/dev/zero")], Folder = "/tmp", BuildEngine = new SilentEngine() },
            BuildFolder.UntilAsync(static () => Directory.GetFiles("/proc/self/fd").Any(static open => new FileInfo(open).LinkTarget == "/dev/zero"), () => "the file is open"));

        // One at a time is attached: the second one waits, in the state that the kernel calls 02.
        var evidence = folder.File("evidence");
        await using (await new LocalHost().AttachAsync(record.RunDirectory, cancellationToken: TestContext.Current.CancellationToken))
        {
            await CancelAsync(new CollectVmArtifacts { Record = file, Folder = evidence, BuildEngine = new SilentEngine() }, AttachedAsync(record, "02"));
        }

        Assert.False(Directory.Exists(evidence));
        Assert.True(Directory.Exists($"/proc/{record.Pid}"));

        // While somebody waits for it, it ends.
        var engine = new SilentEngine();
        var waiting = Task.Run(new WaitForVm { Record = file, ReadyWhen = "serial:never", BuildEngine = engine }.Execute);
        await AttachedAsync(record);
        await new LocalHost().KillAsync(record.Pid, record.ProcessStartTime, TestContext.Current.CancellationToken);
        Assert.False(await waiting.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal("QDT0015", Assert.Single(engine.Errors).Code);
    }

    [Fact]
    public void Cancelling_a_hundred_times_before_and_after_is_the_same_as_once()
    {
        var task = new StopVm { RecordDirectory = "/no/such", BuildEngine = new SilentEngine() };
        for (var times = 0; times < 100; times++)
        {
            task.Cancel();
        }

        Assert.True(task.Execute());
        task.Cancel();
    }

    private static StartVm Starting(BuildFolder folder, string readyWhen, SilentEngine engine)
    {
        if (!File.Exists(folder.File("db.args")))
        {
            Guests.Arguments(folder);
        }

        var metadata = new Dictionary<string, string> { ["Arguments"] = folder.File("db.args"), ["ReadyWhen"] = readyWhen, ["Lifetime"] = "5m" };
        return new StartVm { BuildEngine = engine, Scope = folder.FullPath, RecordDirectory = folder.File("qemu-vms"), Vms = [new TaskItem("db", metadata)] };
    }

    private static async Task CancelAsync(QemuTask task, Task midway)
    {
        var executing = Task.Run(task.Execute);
        Assert.Same(midway, await Task.WhenAny(midway, executing));
        Parallel.For(0, 100, _ => task.Cancel());
        Assert.False(await executing.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    // Whoever is attached has a connection to the control socket, and the kernel lists it.
    private static Task AttachedAsync(VmRecord record, string state = "03") => BuildFolder.UntilAsync(
        () => File.ReadLines("/proc/net/unix").Any(line => line.EndsWith(record.ControlSocket, StringComparison.Ordinal) && line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[5] == state),
        () => "somebody is attached");
}

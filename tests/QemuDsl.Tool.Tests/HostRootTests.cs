using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary><c>qemu-dsl run --host-root</c> runs a program of this machine in a VM on its root.</summary>
public sealed class HostRootTests
{
    private static string[] HostRoot => ["run", "--host-root", "--kernel-root", HostKernel.Require(), "--busybox", HostKernel.Busybox(HostKernel.Require())];

    [Fact]
    public async Task Output_and_exit_code_are_passed_on()
    {
        var result = await ToolProcess.RunAsync([.. HostRoot, "--", "sh", "-c", "uname -r; printf 'a\\r\\nb'; exit 3"]);

        Assert.True(result.ExitCode == 3, result.ToString());
        Assert.Equal($"{Path.GetFileName(Directory.EnumerateDirectories(Path.Combine(HostKernel.Require(), "lib", "modules")).Single())}\na\r\nb", result.Output);
    }

    // Not below /tmp, which is the guest's own.
    [Fact]
    public async Task Program_of_the_callers_directory_runs_there_under_the_kernel_that_is_named()
    {
        var (root, folder) = (HostKernel.Require(), Directory.CreateDirectory($"/var/tmp/qemu-dsl-{Guid.NewGuid():N}"));
        try
        {
            var program = Path.Combine(folder.FullName, "kernel-test");
            await File.WriteAllTextAsync(program, "#!/bin/sh\npwd\n", TestContext.Current.CancellationToken);
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            var version = Path.GetFileName(Directory.EnumerateDirectories(Path.Combine(root, "lib", "modules")).Single());
            await using var tool = ToolProcess.StartProgram(
                "env", ["--chdir", folder.FullName, Built.Tool, .. HostRoot, "--kernel", HostKernel.Unpacked(root, version), "--", "./kernel-test"]);

            var result = await tool.EndAsync();

            Assert.True(result is { ExitCode: 0 } && result.Output == $"{folder.FullName}\n", result.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Output_and_exit_code_are_told_as_JSON()
    {
        var result = await ToolProcess.RunAsync([.. HostRoot, "--json", "--", "sh", "-c", "echo said; exit 3"]);

        Assert.True(result.ExitCode == 3, result.ToString());
        using var answer = System.Text.Json.JsonDocument.Parse(result.Output);
        Assert.Equal(("said\n", 3), (answer.RootElement.GetProperty("output").GetString(), answer.RootElement.GetProperty("exitCode").GetInt32()));
    }

    [Fact]
    public async Task Program_that_does_not_end_is_125_and_Ctrl_C_ends_it()
    {
        var late = await ToolProcess.RunAsync([.. HostRoot, "--timeout", "1", "--", "sleep", "1000"]);
        Assert.True(late.ExitCode == 125, late.ToString());
        Assert.Contains("sleep: it did not end within 1 s. Raise --timeout.", late.Errors, StringComparison.Ordinal);

        await using var tool = ToolProcess.Start([.. HostRoot, "--", "sh", "-c", "echo there; sleep 1000"]);
        await tool.SaidAsync("there");
        await tool.SignalAsync("INT");
        Assert.Equal(130, (await tool.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task Host_without_a_kernel_is_125()
    {
        var result = await ToolProcess.RunAsync("run", "--host-root", "--kernel-root", "/nowhere", "--", "true");

        Assert.True(result.ExitCode == 125, result.ToString());
        Assert.Contains("apt-get install linux-image-amd64", result.Errors, StringComparison.Ordinal);
    }
}

using System.Text.Json;
using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary><c>qemu-dsl render</c> prints what <c>run</c> would start.</summary>
public sealed class RenderTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    [Fact]
    public async Task Text_is_the_command_line_for_a_shell_one_option_a_line()
    {
        var json = Json("""{ "kernel": "/boot/my kernel,1", "initrd": "/boot/it's", "memory": "1G" }""");

        var text = await ToolProcess.RunAsync("render", "--assembly", Built.HelloVm, "--from-json", json);
        var words = await ChildProcess.RunAsync("/bin/sh", ["-c", "printf '%s\\n' " + text.Output], TestContext.Current.CancellationToken);

        Assert.True(text.ExitCode == 0, text.ToString());
        Assert.Equal(await ArgumentsAsync(json), words.TrimEnd('\n').Split('\n'));
        Assert.Contains("\n  -kernel '/boot/my kernel,1' \\\n", text.Output, StringComparison.Ordinal);
        Assert.Contains("\n  -m size=1G \\\n", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_text_comes_out_of_the_shell_as_it_is()
    {
        var text = await ToolProcess.RunAsync("render", "--assembly", Built.Tests, "--profile", "Chatty");
        var words = await ChildProcess.RunAsync("/bin/sh", ["-c", "printf '%s\\0' " + text.Output], TestContext.Current.CancellationToken);

        Assert.Contains("\0-name\0guest=a 'b'\n$(c) \"d\" \\ *\0", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_profile_prints_goes_to_stderr()
    {
        var result = await ToolProcess.RunAsync("render", "--assembly", Built.Tests, "--profile", "Chatty", "--json");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.StartsWith("looked for a kernel\n", result.Errors, StringComparison.Ordinal);
        JsonDocument.Parse(result.Output).Dispose();
    }

    [Fact]
    public async Task Dash_reads_the_properties_from_stdin()
    {
        await using var tool = ToolProcess.Start("render", "--assembly", Built.HelloVm, "--from-json", "-");
        await tool.TypeAsync("""{ "kernel": "from-stdin", "initrd": "i" }""");
        tool.EndInput();

        var result = await tool.EndAsync();

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("-kernel from-stdin", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "kernel": "k", "initrd": "i", "uplink": { "driver": "virtio-net-pci", "netdev": { "type": "user", "fdz": 1 } } }""", "$.uplink.netdev.fdz")]
    [InlineData("""{ "kernel": "k", "initrd": "i", "memory": "lots" }""", "$.memory")]
    [InlineData("""{ "kernel": "k", "initrd": "i", "memry": "1G" }""", "$.memry")]
    [InlineData("""{ "kernel": "k", """, "hello.json")]
    public async Task Wrong_JSON_is_told_with_its_place(string text, string place)
    {
        var result = await ToolProcess.RunAsync("render", "--assembly", Built.HelloVm, "--from-json", Json(text));

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains(place, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finding_of_an_error_is_printed_and_is_exit_code_2()
    {
        var json = Json("""{ "kernel": "k", "initrd": "i", "uplink": { "driver": "virtio-net-pci", "netdev": { "type": "user" }, "rx_queue_size": 77 } }""");

        var result = await ToolProcess.RunAsync("render", "--assembly", Built.HelloVm, "--from-json", json);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Matches("Error: QDV\\d+ -device virtio-net-pci, key 'rx_queue_size'", result.Errors);
    }

    [Theory]
    [InlineData()]
    [InlineData("--json")]
    public async Task Secrets_are_not_printed(params string[] more)
    {
        var result = await ToolProcess.RunAsync(["render", "--assembly", Built.Tests, "--profile", "Locked", .. more]);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("secret,id=", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("horse", result.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String("correct horse battery staple"u8), result.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<IEnumerable<string>> ArgumentsAsync(string json)
    {
        var result = await ToolProcess.RunAsync("render", "--assembly", Built.HelloVm, "--from-json", json, "--json");
        using var document = JsonDocument.Parse(result.Output);
        var root = document.RootElement;
        return [root.GetProperty("program").GetString()!, .. root.GetProperty("arguments").EnumerateArray().Select(static argument => argument.GetString()!)];
    }

    private string Json(string text)
    {
        var path = _folder.File("hello.json");
        File.WriteAllText(path, text);
        return path;
    }
}

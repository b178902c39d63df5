using System.Net;
using System.Net.NetworkInformation;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace QemuDsl.Runtime.Tests;

/// <summary>Every command of the agent, asked of the real one in a Linux.</summary>
public sealed class GuestAgentTests(AgentGuest guest) : IClassFixture<AgentGuest>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GuestAgentClient Agent => guest.Vm.Agent;

    [Fact]
    public async Task Ping_is_answered() => await Agent.PingAsync(Token);

    [Fact]
    public async Task Info_names_version_and_commands()
    {
        var info = await Agent.GetInfoAsync(Token);

        Assert.True(QemuVersion.TryParse(info.Version, null, out _), info.Version);
        Assert.Contains("guest-exec", info.Commands);
    }

    [Fact]
    public async Task Operating_system_is_told()
    {
        var info = await Agent.GetOsInfoAsync(Token);

        Assert.Equal("x86_64", info.Architecture);
        Assert.Matches(@"^\d+\.\d+", info.KernelRelease);
    }

    [Fact]
    public async Task Any_command_can_be_asked_by_name()
    {
        var result = await Agent.ExecuteAsync("guest-get-vcpus", default, Token);
        var first = result.EnumerateArray().First();

        Assert.Equal(0, first.GetProperty("logical-id").GetInt32());
        Assert.True(first.GetProperty("online").GetBoolean());
    }

    [Fact]
    public async Task Unknown_command_is_a_refusal_that_says_where_to_look()
    {
        var failure = await Assert.ThrowsAsync<GuestAgentException>(() => Agent.ExecuteAsync("guest-make-coffee", default, Token));

        Assert.True(failure.IsRefusal);
        Assert.Equal(("guest-make-coffee", "CommandNotFound"), (failure.Command, failure.ErrorClass));
        Assert.Contains("GetInfoAsync", failure.Message, StringComparison.Ordinal);
        await Agent.PingAsync(Token);
    }

    [Fact]
    public async Task Program_gets_its_words_environment_and_input_and_tells_its_output()
    {
        var options = new GuestProgramOptions
        {
            Input = "typed"u8.ToArray(), Environment = new Dictionary<string, string> { ["GREETING"] = "hello $HOME", ["PATH"] = "/bin:/sbin:/usr/bin" },
        };

        var result = await Agent.RunAsync("/bin/sh", ["-c", "cat; echo \" $GREETING $1\"; echo oops >&2; exit 3", "sh", "a 'b'"], options, Token);

        Assert.Equal((3, (int?)null, "typed hello $HOME a 'b'\n", "oops\n", false), (result.ExitCode, result.Signal, result.Output, result.Error, result.IsTruncated));
    }

    [Fact]
    public async Task Program_that_a_signal_ends_says_which()
    {
        var result = await Agent.RunAsync("/bin/sh", ["-c", "kill -9 $$"], cancellationToken: Token);

        Assert.Equal(((int?)null, 9), (result.ExitCode, result.Signal));
    }

    [Fact]
    public async Task Large_output_comes_whole()
    {
        var result = await Agent.RunAsync("/bin/sh", ["-c", "dd if=/dev/zero bs=1024 count=2048 2>/dev/null"], cancellationToken: Token);

        Assert.Equal(2048 * 1024, result.OutputBytes.Length);
    }

    [Fact]
    public async Task Missing_program_is_a_refusal()
    {
        var failure = await Assert.ThrowsAsync<GuestAgentException>(() => Agent.RunAsync("/no/such", cancellationToken: Token));

        Assert.True(failure.IsRefusal);
        Assert.Contains("/no/such", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_that_does_not_end_in_time_is_told_with_its_number()
    {
        var options = new GuestProgramOptions { Timeout = TimeSpan.FromMilliseconds(200) };

        var failure = await Assert.ThrowsAsync<GuestAgentException>(() => Agent.RunAsync("/bin/sleep", ["100"], options, Token));

        Assert.Matches(@"/bin/sleep \(pid \d+\) did not end within 0.2 s", failure.Message);
    }

    [Fact]
    public async Task Output_is_read_while_the_program_runs()
    {
        var text = new StringBuilder();
        GuestProgramResult? result = null;
        await foreach (var piece in Agent.StreamAsync(
            "/bin/sh", ["-c", "echo one; while [ ! -e /tmp/go ]; do sleep 0.05; done; echo two >&2; exit 4"], ended: end => result = end, cancellationToken: Token))
        {
            text.Append(Encoding.UTF8.GetString(piece.Span));
            if (text.ToString() == "one\n")
            {
                await Agent.WriteFileAsync("/tmp/go", ReadOnlyMemory<byte>.Empty, Token);
            }
        }

        Assert.Equal("one\ntwo\n", text.ToString());
        Assert.Equal(4, result?.ExitCode);
        Assert.Equal("", (await Agent.RunAsync("/bin/sh", ["-c", "ls /tmp | grep qemu-dsl"], cancellationToken: Token)).Output);
    }

    [Fact]
    public async Task File_of_megabytes_comes_back_as_it_went()
    {
        var content = RandomNumberGenerator.GetBytes((3 << 20) + 17);

        await Agent.WriteFileAsync("/tmp/file", content, Token);
        var sum = await Agent.RunAsync("/bin/sh", ["-c", "sha256sum /tmp/file"], cancellationToken: Token);
        var read = await Agent.ReadFileAsync("/tmp/file", cancellationToken: Token);

        Assert.StartsWith(Convert.ToHexStringLower(SHA256.HashData(content)), sum.Output, StringComparison.Ordinal);
        Assert.Equal(content, read);
    }

    [Fact]
    public async Task File_that_never_ends_is_read_up_to_the_limit()
    {
        var failure = await Assert.ThrowsAsync<GuestAgentException>(() => Agent.ReadFileAsync("/dev/zero", 1 << 20, Token));

        Assert.Contains("more than 1048576 bytes", failure.Message, StringComparison.Ordinal);
        await Agent.PingAsync(Token);
    }

    [Fact]
    public async Task Missing_file_is_a_refusal_and_a_full_disk_an_error()
    {
        Assert.True((await Assert.ThrowsAsync<GuestAgentException>(() => Agent.ReadFileAsync("/no/such", cancellationToken: Token))).IsRefusal);
        await Assert.ThrowsAsync<GuestAgentException>(() => Agent.WriteFileAsync("/dev/full", new byte[1 << 20], Token));
    }

    [Fact]
    public async Task Nics_are_known_by_the_names_the_guest_gives_them()
    {
        var nics = await guest.Vm.GetNicsAsync(Token);

        Assert.Equal(2, nics.Count);
        var named = Assert.Single(nics, static nic => nic.Id == "nic0");
        var other = Assert.Single(nics, static nic => nic.Id is null);
        Assert.Equal(("net0", PhysicalAddress.Parse("52-54-00-AA-BB-01")), (named.Netdev, named.Mac));
        Assert.Equal("net1", other.Netdev);
        Assert.Equal(["eth0", "eth1"], new[] { named.Guest?.Name, other.Guest?.Name }.Order());
        Assert.Equal(other.Mac, other.Guest!.Mac);
    }

    [Fact]
    public async Task Interfaces_tell_their_addresses()
    {
        var loopback = Assert.Single(await Agent.GetInterfacesAsync(Token), static item => item.Name == "lo");

        Assert.Contains(new GuestAddress(IPAddress.Loopback, 8), loopback.Addresses);
    }

    [Fact]
    public async Task Clock_is_set()
    {
        await Agent.SetTimeAsync(new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero), Token);

        var year = await Agent.RunAsync("/bin/date", ["-u", "+%Y-%m-%d"], cancellationToken: Token);
        Assert.Equal("2031-05-06\n", year.Output);
    }

    [Fact]
    public async Task Calls_side_by_side_get_their_own_answers()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Agent.RunAsync("/bin/echo", [$"{number}"], cancellationToken: Token)));

        Assert.Equal(Enumerable.Range(0, 20).Select(static number => $"{number}\n"), results.Select(static result => result.Output));
    }

    [Fact]
    public async Task Command_that_is_given_up_garbles_nothing()
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var slow = Agent.ExecuteAsync("guest-file-open", JsonElement.Parse("""{"path": "/dev/zero"}"""), giveUp.Token);
        await giveUp.CancelAsync();
        await Task.WhenAny(slow);

        Assert.Equal("next\n", (await Agent.RunAsync("/bin/echo", ["next"], cancellationToken: Token)).Output);
    }

    [Fact]
    public async Task Keys_are_added_for_a_user_there_is_and_refused_for_others()
    {
        var failure = await Assert.ThrowsAsync<GuestAgentException>(() => Agent.AddAuthorizedKeysAsync("nobody-there", ["ssh-ed25519 AAAA x"], cancellationToken: Token));
        Assert.True(failure.IsRefusal);
        await Agent.AddAuthorizedKeysAsync("root", ["ssh-ed25519 AAAA first"], cancellationToken: Token);
        await Agent.AddAuthorizedKeysAsync("root", ["ssh-ed25519 AAAA second"], reset: true, cancellationToken: Token);

        Assert.Equal("ssh-ed25519 AAAA second", Encoding.UTF8.GetString(await Agent.ReadFileAsync("/root/.ssh/authorized_keys", cancellationToken: Token)));
    }
}

using QemuDsl.Netdevs;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>Operations given up at every single step they take: what lived lives on and answers, what did not leaves nothing.</summary>
public sealed class EveryAwaitTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private static readonly VmOptions Everything = new()
    {
        Name = "walked",
        Lifetime = TimeSpan.FromMinutes(10),
        Placement = new VmPlacement { Emulator = "0", VCpus = ["0"], RefreshInterval = Timeout.InfiniteTimeSpan },
        GuestAgent = GuestAgentPort.VirtioSerial,
        ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker),
    };

    private readonly Walk _walk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_start()
    {
        await using var host = new TestHost();
        var walked = new WalkedHost(host.Host, _walk);
        var command = host.Boots(MarkerGuests.BootSector());

        await _walk.EveryStepAsync(
            async token =>
            {
                await using var vm = await walked.StartAsync(command, Everything, token);
            },
            host.NothingIsLeftAsync);
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("reset")]
    [InlineData("threads")]
    [InlineData("place")]
    [InlineData("screenshot")]
    [InlineData("plug")]
    [InlineData("artifacts")]
    public async Task Something_that_is_asked_of_a_VM(string what)
    {
        await using var host = new TestHost();
        var walked = new WalkedHost(host.Host, _walk);
        var command = host.Boots(MarkerGuests.BootSector(), "pc", "-device", "VGA");
        await using var vm = await walked.StartAsync(command, Everything, Token);
        var number = 0;

        await _walk.EveryStepAsync(
            token => what switch
            {
                "pause" => vm.PauseAsync(token),
                "reset" => vm.ResetAsync(token),
                "threads" => vm.FindThreadsAsync(token),
                "place" => vm.PlaceThreadsAsync(token),
                "screenshot" => vm.ScreenshotAsync(token),
                "plug" => vm.AddAsync(new UserNetdev { Id = $"net{number++}" }, token),
                _ => vm.CollectArtifactsAsync(host.File("artifacts"), token),
            },
            async () => await vm.Qmp.ExecuteAsync("query-status", default, Token).WaitAsync(Soon, Token));
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("kill")]
    [InlineData("detach")]
    public async Task An_end(string what)
    {
        await using var host = new TestHost();
        var walked = new WalkedHost(host.Host, _walk);
        var command = host.Boots(MarkerGuests.BootSector());

        await _walk.EveryStepAsync(
            () => walked.StartAsync(command, Everything, Token),
            (vm, token) => what switch
            {
                "stop" => vm.StopAsync(new StopPlan { Powerdown = TimeSpan.FromMilliseconds(100) }, token),
                "kill" => vm.KillAsync(token),
                _ => vm.DetachAsync(token),
            },
            async vm =>
            {
                await vm.DisposeAsync();
                foreach (var left in await host.Host.ListAsync(Token))
                {
                    await using var again = await host.Host.AttachAsync(left.Directory, cancellationToken: Token);
                    await again.KillAsync(Token);
                }

                await host.NothingIsLeftAsync();
            });
    }

    [Fact]
    public async Task An_attachment()
    {
        await using var host = new TestHost();
        var walked = new WalkedHost(host.Host, _walk);
        await (await host.StartAsync(host.Boots(MarkerGuests.BootSector()), Everything)).DetachAsync(Token);

        try
        {
            await _walk.EveryStepAsync(
                async token =>
                {
                    await using var vm = await walked.AttachAsync("walked", cancellationToken: token);
                },
                static () => Task.CompletedTask);
        }
        finally
        {
            await using var last = await host.Host.AttachAsync("walked", cancellationToken: Token);
            await last.KillAsync(Token);
        }
    }
}

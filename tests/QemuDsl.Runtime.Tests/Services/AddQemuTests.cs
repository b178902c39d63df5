using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>VMs from a real container.</summary>
public sealed class AddQemuTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task VMs_log_and_report_where_the_container_says_and_end_with_it()
    {
        await using var host = new TestHost();
        var (logs, progress) = (new Lines(), new Phases());
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        services.AddSingleton<IProgress<BootProgress>>(progress);
        services.AddQemu(new LocalHostOptions { RunRoot = await host.Host.FindRunRootAsync(Token) });
        VirtualMachine[] vms;
        await using (var provider = services.BuildServiceProvider(validateScopes: true))
        {
            var launcher = provider.GetRequiredService<VmLauncher>();
            var command = host.Boots(MarkerGuests.BootSector());
            var options = new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) };

            vms = await Task.WhenAll(launcher.StartAsync(command, options, cancellationToken: Token), launcher.StartAsync(command, options, cancellationToken: Token));

            Assert.All(vms, static vm => Assert.False(vm.Exited.IsCompleted));
            Assert.Equal(2, progress.Seen.Count(static phase => phase == BootPhase.Booted));
            Assert.Contains(logs.Seen, line => line.Contains($"{vms[0].Pid}", StringComparison.Ordinal));
        }

        Assert.All(vms, static vm => Assert.True(vm.Exited.IsCompleted));
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Start_under_way_when_the_container_ends_is_given_up_and_none_begins_afterwards()
    {
        await using var host = new TestHost();
        var services = new ServiceCollection();
        services.AddSingleton<IVmHost>(host.Host);
        services.AddQemu();
        var provider = services.BuildServiceProvider();
        var launcher = provider.GetRequiredService<VmLauncher>();
        var running = new TaskCompletionSource();
        var options = new VmOptions
        {
            ReadyWhen = Boot.UntilSerial("never"), Progress = new Phases { On = phase => { if (phase == BootPhase.Running) { running.TrySetResult(); } } },
        };

        var starting = launcher.StartAsync(host.Boots(MarkerGuests.BootSector()), options, cancellationToken: Token);
        await running.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        await provider.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => starting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => launcher.StartAsync(host.Boots(MarkerGuests.BootSector()), cancellationToken: Token));
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Host_that_is_there_stays_and_others_have_keys()
    {
        await using var host = new TestHost();
        var services = new ServiceCollection();
        services.AddSingleton<IVmHost>(host.Host);
        services.AddQemu().AddHost("lab3", _ => host.Host);
        await using var provider = services.BuildServiceProvider();

        Assert.Same(host.Host, provider.GetRequiredService<IVmHost>());
        await using var vm = await provider.GetRequiredService<VmLauncher>().StartAsync(
            TestHost.Empty(), new VmOptions { StartPaused = true }, provider.GetRequiredKeyedService<IVmHost>("lab3"), Token);
        Assert.StartsWith(await host.Host.FindRunRootAsync(Token), vm.RunDirectory, StringComparison.Ordinal);
    }

    private sealed class Phases : IProgress<BootProgress>
    {
        private readonly Lock _lock = new();
        private readonly List<BootPhase> _seen = [];

        public Action<BootPhase>? On { get; init; }

        public IReadOnlyList<BootPhase> Seen
        {
            get
            {
                lock (_lock)
                {
                    return [.. _seen];
                }
            }
        }

        public void Report(BootProgress value)
        {
            lock (_lock)
            {
                _seen.Add(value.Phase);
            }

            On?.Invoke(value.Phase);
        }
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly Lock _lock = new();
        private readonly List<string> _seen = [];

        public IReadOnlyList<string> Seen
        {
            get
            {
                lock (_lock)
                {
                    return [.. _seen];
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lock)
            {
                _seen.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}

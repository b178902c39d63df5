using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>
/// A host with run directories of the test's own, a log that can be looked at, and proof at the end that nothing is left. Which kind of
/// host is told by <see cref="HostUnderTest"/>: the same tests run on this machine and over SSH.
/// </summary>
internal sealed class TestHost : ILoggerFactory, ILogger, IAsyncDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly ConcurrentQueue<string> _log = new();

    public TestHost(string runDirectoryName = "run")
    {
        RunRoot = _directory.File(runDirectoryName);
        Host = HostUnderTest.Create(RunRoot, this);
    }

    public IVmHost Host { get; }

    public string RunRoot { get; }

    public IReadOnlyCollection<string> Log => _log;

    /// <summary>Absolute path of a file of the test.</summary>
    public string File(string name) => _directory.File(name);

    public Task<VirtualMachine> StartAsync(IQemuCommand command, VmOptions? options = null) =>
        Host.StartAsync(command, options, TestContext.Current.CancellationToken);

    /// <summary>A guest's arguments, its image written beside the run directories.</summary>
    public RawCommand Boots(GuestImage guest, string machine = "pc", params string[] more) =>
        new(Tools.Qemu(machine == "virt" ? "aarch64" : "x86_64"), [.. Bare(machine), .. guest.BootArguments(guest.WriteTo(_directory.FullPath)), .. more]);

    /// <summary>A QEMU without a guest.</summary>
    public static RawCommand Empty(params string[] more) => new(Tools.Qemu("x86_64"), [.. Bare("pc"), .. more]);

    /// <summary>A QEMU that misbehaves.</summary>
    public static RawCommand Fake(string mode) => new(Path.Combine(AppContext.BaseDirectory, "FakeQemu"), [mode, "-serial", "none"]);

    /// <summary>Fails when a process or a file of a VM is still there.</summary>
    public async Task NothingIsLeftAsync()
    {
        await Eventually.TrueAsync(() => Processes.Using(RunRoot).Count == 0, "no process uses the run directories");
        Assert.Empty(Directory.Exists(RunRoot) ? Directory.GetFileSystemEntries(RunRoot) : []);
    }

    public async ValueTask DisposeAsync()
    {
        await NothingIsLeftAsync();
        await HostUnderTest.DisposeAsync(Host);
        await _directory.DisposeAsync();
    }

    ILogger ILoggerFactory.CreateLogger(string categoryName) => this;

    void ILoggerFactory.AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    void IDisposable.Dispose()
    {
        // A logger factory must have it; the log needs no end.
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _log.Enqueue($"{logLevel}: {formatter(state, exception)}");

    private static string[] Bare(string machine) => ["-nodefaults", "-no-user-config", "-display", "none", "-accel", "tcg", "-machine", machine];
}

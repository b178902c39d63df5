namespace QemuDsl.Xunit;

/// <summary>One test that uses a VM, from <see cref="VmFixture.EnterTestAsync"/> until it is disposed.</summary>
public sealed class VmTestScope : IAsyncDisposable
{
    private readonly VirtualMachine _vm;
    private readonly VmAttachments _attachments;
    private readonly IDisposable _output;
    private SemaphoreSlim? _turn;

    internal VmTestScope(VirtualMachine vm, VmAttachments attachments, IDisposable output, SemaphoreSlim? turn)
    {
        _vm = vm;
        _attachments = attachments;
        _output = output;
        _turn = turn;
    }

    /// <summary>Ends the test: when it has failed, console, events, command and screen are attached to it.</summary>
    public async ValueTask DisposeAsync()
    {
        _output.Dispose();
        try
        {
            if (TestContext.Current is { TestState.Result: TestResult.Failed } test)
            {
                await _attachments.AddAsync(_vm, test).ConfigureAwait(false);
            }
        }
        finally
        {
            Interlocked.Exchange(ref _turn, null)?.Release();
        }
    }
}

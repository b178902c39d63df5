namespace QemuDsl.Xunit;

/// <summary>The output of one test.</summary>
internal sealed class VmOutputSink(ITestOutputHelper? output, string vm, Action<VmOutputSink> remove) : IDisposable
{
    public void Write(string channel, string line)
    {
        try
        {
            output?.WriteLine($"[{vm} {channel}] {line.TrimEnd('\r', '\n')}");
        }
        catch (InvalidOperationException)
        {
            // The test is over.
        }
    }

    public void Dispose() => remove(this);
}

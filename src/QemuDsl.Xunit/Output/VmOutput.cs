namespace QemuDsl.Xunit;

/// <summary>The outputs of the tests that are under way.</summary>
internal sealed class VmOutput
{
    private readonly Lock _lock = new();
    private readonly List<VmOutputSink> _sinks = [];

    /// <summary>Adds the output of a test; disposing takes it out.</summary>
    public IDisposable Add(ITestOutputHelper? output, string vm)
    {
        var sink = new VmOutputSink(output, vm, Remove);
        lock (_lock)
        {
            _sinks.Add(sink);
        }

        return sink;
    }

    public void Write(string channel, string line)
    {
        VmOutputSink[] sinks;
        lock (_lock)
        {
            sinks = [.. _sinks];
        }

        foreach (var sink in sinks)
        {
            sink.Write(channel, line);
        }
    }

    private void Remove(VmOutputSink sink)
    {
        lock (_lock)
        {
            _sinks.Remove(sink);
        }
    }
}

namespace QemuDsl.Runtime;

/// <summary>Hears what a guest writes. Called under the console's lock: it looks and returns.</summary>
internal interface ISerialListener
{
    /// <summary>What was written before it came.</summary>
    void Catch(string earlier);

    /// <summary>What was just written; the task, when there is one, holds the guest back until it ends.</summary>
    Task? Hear(ReadOnlySpan<byte> bytes, ReadOnlySpan<char> text);

    /// <summary>There will be no more.</summary>
    void End();
}

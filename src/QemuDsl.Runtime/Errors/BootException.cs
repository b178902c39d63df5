namespace QemuDsl.Runtime;

/// <summary>The guest did not come to the point that was waited for.</summary>
public sealed class BootException : QemuException
{
    internal BootException(BootFailure failure, string message, string serial, Exception? innerException = null)
        : base(message, innerException)
    {
        Failure = failure;
        Serial = serial;
    }

    /// <summary>Why: the deadline, a failure marker, the end of QEMU.</summary>
    public BootFailure Failure { get; }

    /// <summary>The last that the guest wrote to its serial console.</summary>
    public string Serial { get; }
}

namespace QemuDsl.Runtime;

/// <summary>There is no picture of the screen: no display device, or a QEMU that makes none; the VM lives on.</summary>
public sealed class ScreenshotException : QemuException
{
    internal ScreenshotException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

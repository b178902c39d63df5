namespace QemuDsl;

/// <summary>Base of every error QemuDsl reports.</summary>
public abstract class QemuException : Exception
{
    /// <summary>Creates the error with what failed, the value, the remedy and the evidence.</summary>
    protected QemuException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

namespace QemuDsl;

/// <summary>JSON that does not describe what it should: a wrong name, a wrong type, something missing.</summary>
public sealed class QemuJsonException : QemuException
{
    internal QemuJsonException(string path, string problem, string remedy, Exception? innerException = null)
        : base($"{path}: {problem}. {remedy}", innerException) => Path = path;

    /// <summary>Where, such as <c>$.uplink.mac</c>.</summary>
    public string Path { get; }
}

namespace QemuDsl.Runtime;

/// <summary>What is waited for cannot come; becomes a <see cref="BootException"/>.</summary>
internal sealed class ImpossibleWaitException(string message) : Exception(message);

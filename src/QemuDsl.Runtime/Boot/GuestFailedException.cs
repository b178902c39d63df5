namespace QemuDsl.Runtime;

/// <summary>The guest said that what is waited for failed; becomes a <see cref="BootException"/>.</summary>
internal sealed class GuestFailedException(string message) : Exception(message);

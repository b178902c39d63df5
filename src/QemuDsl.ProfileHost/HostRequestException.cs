namespace QemuDsl.ProfileHost;

/// <summary>What was asked for cannot be done; the message says why and what can.</summary>
internal sealed class HostRequestException(string message) : Exception(message);

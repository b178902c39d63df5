namespace QemuDsl.Runtime;

/// <summary>A fleet could never give what is asked of it; waiting would not help.</summary>
public sealed class FleetException(string message) : QemuException(message);

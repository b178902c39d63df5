namespace QemuDsl.Switches;

/// <summary>The guest is kept, stopped, when it powers off (<c>-no-shutdown</c>).</summary>
[Switch("-no-shutdown")]
public sealed partial record NoShutdown;

namespace QemuDsl.Runtime;

/// <summary>An agent and what it takes.</summary>
/// <param name="Version">Its version, such as <c>7.2.22</c>.</param>
/// <param name="Commands">Names of the commands it takes.</param>
public sealed record GuestAgentInfo(string Version, IReadOnlyList<string> Commands);

namespace QemuDsl.Runtime;

/// <summary>A core with the threads that a plan may use, ascending.</summary>
internal sealed record PhysicalCore(int Node, OptionList<int> Threads);

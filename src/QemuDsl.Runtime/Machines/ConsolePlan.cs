namespace QemuDsl.Runtime;

/// <summary>Where a guest's first serial port goes, and the argument that says so.</summary>
internal sealed record ConsolePlan(ConsoleChoice Choice, string Because = "")
{
    /// <summary>Why there is nothing to read, and what to do about it.</summary>
    public string Missing =>
        $"{Because} sends the guest's serial port to where QemuDsl does not see it. Leave it out, and a serial port that can be read is added";
}

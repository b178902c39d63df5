namespace QemuDsl.Tool.Tests;

/// <summary>A profile whose code ends the process it is read in.</summary>
[VmProfile<Pc>]
public sealed partial record Quitter
{
    /// <summary>The exit code.</summary>
    public int Code { get; init; }

    partial void Configure(ref QemuCommand<Pc> command) => Environment.Exit(Code);
}

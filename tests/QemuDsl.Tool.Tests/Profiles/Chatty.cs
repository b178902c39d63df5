namespace QemuDsl.Tool.Tests;

/// <summary>A profile whose code prints.</summary>
[VmProfile<Pc>]
public sealed partial record Chatty
{
    /// <summary>An argument no shell would leave alone.</summary>
    public string Title { get; init; } = "a 'b'\n$(c) \"d\" \\ *";

    partial void Configure(ref QemuCommand<Pc> command)
    {
        Console.WriteLine("looked for a kernel");
        command = command.WithName(Title);
    }
}

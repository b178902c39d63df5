namespace QemuDsl.Runtime;

/// <summary>The supervisor did not find a program; <c>program</c> stands for QEMU.</summary>
internal sealed class MissingProgramException(string program) : Exception
{
    public string Program { get; } = program;
}

namespace QemuDsl.Runtime;

/// <summary>A QEMU command line nobody typed, to be supervised like any other.</summary>
/// <param name="Program">The program, such as <c>qemu-system-x86_64</c>.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record RawCommand(string Program, IReadOnlyList<string> Arguments) : IQemuCommand
{
    /// <inheritdoc/>
    public IReadOnlyList<IOption> Options => [];

    /// <inheritdoc/>
    public IReadOnlyList<SecretFile> SecretFiles => [];

    /// <inheritdoc/>
    public IReadOnlyList<string> Render(string secretDirectory) => Arguments;

    /// <inheritdoc/>
    public string? IdOf(IOption option) => null;

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Check(QemuVersion? version = null) => [];

    /// <inheritdoc/>
    public QemuRefusal? Explain(string line) => null;

    /// <summary>Program and arguments, quoted for reading.</summary>
    public override string ToString() => CommandText.Quoted(Program, Arguments);
}

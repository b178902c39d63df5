namespace QemuDsl.Nfv;

/// <summary>A command that was written elsewhere, as it is.</summary>
internal sealed class CsitCommand(string program, IReadOnlyList<string> arguments) : IQemuCommand
{
    public string Program => program;

    public IReadOnlyList<string> Arguments => arguments;

    public IReadOnlyList<IOption> Options { get; } = [new RawOption(arguments)];

    public IReadOnlyList<SecretFile> SecretFiles => [];

    public IReadOnlyList<string> Render(string secretDirectory) => Arguments;

    public string? IdOf(IOption option) => null;

    public IReadOnlyList<Finding> Check(QemuVersion? version = null) => [];

    public QemuRefusal? Explain(string line) => null;

    public override string ToString() => CommandText.Quoted(Program, Arguments);
}

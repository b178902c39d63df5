using System.Text;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>A command with a secret in a file, and an explanation for everything QEMU refuses.</summary>
internal sealed record SecretCommand(string Secret) : IQemuCommand
{
    public RawCommand Raw { get; init; } = TestHost.Empty();

    public string Program => Tools.Qemu("x86_64");

    public IReadOnlyList<string> Arguments => Render("SECRETS");

    public IReadOnlyList<IOption> Options => [];

    public IReadOnlyList<SecretFile> SecretFiles => [new SecretFile("s0.secret") { Content = Encoding.UTF8.GetBytes(Secret) }];

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public IReadOnlyList<string> More { get; init; } = [];

    public IReadOnlyList<string> Render(string secretDirectory) => [.. Raw.Arguments, "-object", $"secret,id=s0,file={secretDirectory}/s0.secret", .. More];

    public string? IdOf(IOption option) => null;

    public IReadOnlyList<Finding> Check(QemuVersion? version = null) => Findings;

    public QemuRefusal? Explain(string line) => line.Contains("no-such", StringComparison.Ordinal)
        ? new QemuRefusal("-device no-such", "NoSuch", "Property", "key", "value", line)
        : null;
}

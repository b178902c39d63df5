using System.Text.Json;

namespace QemuDsl.Automation;

/// <summary>A profile's command as the profile host printed it. The records stayed behind in the host's process.</summary>
public sealed class HostedProfile : IQemuCommand
{
    private readonly IReadOnlyList<string> _arguments;
    private readonly IReadOnlyList<Finding> _findings;
    private readonly string _secretDirectory;

    private HostedProfile(JsonElement json, string messages)
    {
        Profile = json.GetProperty("profile").GetString()!;
        ReadySerial = json.GetProperty("readySerial").GetString();
        Program = json.GetProperty("program").GetString()!;
        Messages = messages;
        Json = json.Clone();
        _arguments = [.. json.GetProperty("arguments").EnumerateArray().Select(static item => item.GetString()!)];
        _secretDirectory = json.GetProperty("secretDirectory").GetString()!;
        _findings = [.. json.GetProperty("findings").EnumerateArray().Select(FindingOf)];
        SecretFiles = [.. json.GetProperty("secretFiles").EnumerateObject()
            .Select(static file => new SecretFile(file.Name) { Content = file.Value.GetBytesFromBase64() })];
    }

    /// <summary>The profile's type.</summary>
    public string Profile { get; }

    /// <summary>What the guest writes to its serial console when it has booted; null when the profile does not tell.</summary>
    public string? ReadySerial { get; }

    /// <summary>What the profile's own code printed; empty when it did not.</summary>
    public string Messages { get; }

    /// <inheritdoc/>
    public string Program { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Arguments => Render(".");

    /// <inheritdoc/>
    public IReadOnlyList<SecretFile> SecretFiles { get; }

    /// <summary>What the host printed; holds secrets (<c>secretFiles</c>), so it is never shown as a whole.</summary>
    public JsonElement Json { get; }

    /// <summary>None: they stayed behind in the host's process.</summary>
    public IReadOnlyList<IOption> Options => [];

    internal static HostedProfile Parse(ReadOnlyMemory<byte> json, string messages)
    {
        using var document = JsonDocument.Parse(json);
        return new HostedProfile(document.RootElement, messages);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Render(string secretDirectory) =>
        [.. _arguments.Select(argument => argument.Replace(_secretDirectory, secretDirectory, StringComparison.Ordinal))];

    /// <inheritdoc/>
    public string? IdOf(IOption option) => null;

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Check(QemuVersion? version = null) => _findings;

    /// <inheritdoc/>
    public QemuRefusal? Explain(string line) => null;

    private static Finding FindingOf(JsonElement json) => new(
        Text(json, "id")!, Enum.Parse<Severity>(Text(json, "severity")!), Text(json, "option")!, Text(json, "key"), Text(json, "value"),
        Text(json, "message")!, Text(json, "remedy")!);

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}

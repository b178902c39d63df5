using System.Text.Json;

namespace QemuDsl.Tool.Profiles;

/// <summary>A profile's command as the profile host printed it.</summary>
internal sealed class HostedProfile : IQemuCommand
{
    private readonly IReadOnlyList<string> _arguments;
    private readonly IReadOnlyList<Finding> _findings;
    private readonly string _secretDirectory;

    private HostedProfile(JsonElement json)
    {
        Profile = json.GetProperty("profile").GetString()!;
        ReadySerial = json.GetProperty("readySerial").GetString();
        Program = json.GetProperty("program").GetString()!;
        Json = json.Clone();
        _arguments = [.. json.GetProperty("arguments").EnumerateArray().Select(static item => item.GetString()!)];
        _secretDirectory = json.GetProperty("secretDirectory").GetString()!;
        _findings = [.. json.GetProperty("findings").EnumerateArray().Select(FindingOf)];
        SecretFiles = [.. json.GetProperty("secretFiles").EnumerateObject()
            .Select(static file => new SecretFile(file.Name) { Content = file.Value.GetBytesFromBase64() })];
    }

    /// <summary>The profile's type.</summary>
    public string Profile { get; }

    public string? ReadySerial { get; }

    public string Program { get; }

    public IReadOnlyList<string> Arguments => Render(".");

    public IReadOnlyList<SecretFile> SecretFiles { get; }

    /// <summary>What the host printed; holds secrets, so it is never shown as a whole.</summary>
    public JsonElement Json { get; }

    // The records stayed behind in the host's process.
    public IReadOnlyList<IOption> Options => [];

    public static HostedProfile Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return new HostedProfile(document.RootElement);
    }

    public IReadOnlyList<string> Render(string secretDirectory) =>
        [.. _arguments.Select(argument => argument.Replace(_secretDirectory, secretDirectory, StringComparison.Ordinal))];

    public string? IdOf(IOption option) => null;

    public IReadOnlyList<Finding> Check(QemuVersion? version = null) => _findings;

    public QemuRefusal? Explain(string line) => null;

    private static Finding FindingOf(JsonElement json) => new(
        Text(json, "id")!, Enum.Parse<Severity>(Text(json, "severity")!), Text(json, "option")!, Text(json, "key"), Text(json, "value"),
        Text(json, "message")!, Text(json, "remedy")!);

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}

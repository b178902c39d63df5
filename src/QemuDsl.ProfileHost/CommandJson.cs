using System.Text.Json;

namespace QemuDsl.ProfileHost;

/// <summary>A profile's command as JSON, for programs that cannot load the assembly themselves.</summary>
internal static class CommandJson
{
    public static void Write(Utf8JsonWriter writer, IVmProfile profile)
    {
        var command = profile.ToCommand();

        // Where the secrets will be is known only when the VM starts: whoever starts it puts the real directory in place of this one.
        var secrets = $"/qemu-dsl-secrets-{Guid.NewGuid():N}";
        writer.WriteStartObject();
        writer.WriteString("profile", profile.GetType().FullName);
        writer.WriteString("readySerial", profile.ReadySerial);
        writer.WriteString("program", command.Program);
        WriteTexts(writer, "arguments", command.Render(secrets));
        writer.WriteString("secretDirectory", secrets);
        WriteSecrets(writer, command);
        WriteFindings(writer, command);
        writer.WritePropertyName("options");
        profile.WriteJson(writer);
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void WriteSecrets(Utf8JsonWriter writer, IQemuCommand command)
    {
        writer.WriteStartObject("secretFiles");
        foreach (var file in command.SecretFiles)
        {
            writer.WriteBase64String(file.Name, file.Content.Span);
        }

        writer.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter writer, IQemuCommand command)
    {
        writer.WriteStartArray("findings");
        foreach (var finding in command.Check())
        {
            writer.WriteStartObject();
            writer.WriteString("id", finding.Id);
            writer.WriteString("severity", finding.Severity.ToString());
            writer.WriteString("option", finding.Option);
            writer.WriteString("key", finding.Key);
            writer.WriteString("value", finding.Value);
            writer.WriteString("message", finding.Message);
            writer.WriteString("remedy", finding.Remedy);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

using System.CommandLine;
using System.Text.Json;
using QemuDsl.Automation;
using QemuDsl.Tool.Output;

namespace QemuDsl.Tool.Commands;

/// <summary><c>qemu-dsl render</c>: the command line of a profile.</summary>
internal static class RenderCommand
{
    public static Command Create()
    {
        var profile = new ProfileOptions();
        profile.Assembly.Required = true;
        var asJson = CommonOptions.AsJson();
        asJson.Description = "Print program, arguments, findings and the profile's properties as one JSON object.";
        var command = new Command("render", "Print the command line of a VM profile, one option per line, quoted for a shell.");
        profile.AddTo(command);
        command.Options.Add(asJson);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var loaded = await profile.LoadAsync(parsed, cancellationToken).ConfigureAwait(false);
            var output = parsed.InvocationConfiguration.Output;
            await output.WriteLineAsync(parsed.GetValue(asJson) ? Json(loaded!) : Text(loaded!)).ConfigureAwait(false);
            var wrong = await FindingLines.WriteAsync(parsed.InvocationConfiguration.Error, loaded!).ConfigureAwait(false);
            return wrong ? ExitCodes.BadRequest : ExitCodes.Done;
        });
        return command;
    }

    /// <summary>Program and arguments, each option with its value on a line of its own that the shell reads on from.</summary>
    public static string Text(IQemuCommand command)
    {
        var lines = new List<string> { CommandText.Quote(command.Program) };
        foreach (var argument in command.Arguments)
        {
            var quoted = CommandText.Quote(argument);
            if (argument.StartsWith('-') || lines.Count == 1 || !IsBareOption(lines[^1]))
            {
                lines.Add("  " + quoted);
            }
            else
            {
                lines[^1] += " " + quoted;
            }
        }

        return string.Join(" \\\n", lines);
    }

    private static bool IsBareOption(string line) => line.StartsWith("  -", StringComparison.Ordinal) && !line.TrimStart().Contains(' ', StringComparison.Ordinal);

    private static string Json(HostedProfile profile)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            foreach (var property in profile.Json.EnumerateObject().Where(static property => !property.Name.StartsWith("secret", StringComparison.Ordinal)))
            {
                property.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}

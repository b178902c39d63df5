using System.Text.Json;
using System.Text.Json.Serialization;

namespace QemuDsl.MSBuild;

/// <summary>What the program that holds VMs tells whoever started it: a line of JSON for a build, a line of text for people.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it tells.</param>
internal sealed record SessionLine(SessionLineKind Kind, string Text)
{
    /// <summary>The code of an error or a warning.</summary>
    public string? Code { get; init; }

    /// <summary>Where it is about.</summary>
    public string? File { get; init; }

    /// <summary>The line in it.</summary>
    public int Line { get; init; }

    /// <summary>The column in it.</summary>
    public int Column { get; init; }

    public static SessionLine? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, SessionLineJson.Default.SessionLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this, SessionLineJson.Default.SessionLine);

    /// <summary>As compilers write it, so that editors and CI find the place.</summary>
    public override string ToString() => Kind is SessionLineKind.Error or SessionLineKind.Warning
        ? $"{Place}QemuDsl {(Kind == SessionLineKind.Error ? "error" : "warning")} {Code}: {Text}"
        : Text;

    private string Place => File is null ? "" : Line == 0 ? $"{File}: " : FormattableString.Invariant($"{File}({Line},{Column}): ");
}

using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace QemuDsl.Generators.Emit;

/// <summary>Text, numbers and names as C# writes them.</summary>
internal static class Literal
{
    public static string Text(string? value) => value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Bool(bool value) => value ? "true" : "false";

    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>Text inside an XML comment.</summary>
    public static string Xml(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary><c>new QemuVersion(7, 2)</c> from <c>7.2</c>.</summary>
    public static string Version(string text) => Version("QemuVersion", text);

    /// <summary><c>new ProgramVersion(20, 11)</c> from <c>20.11</c>.</summary>
    public static string ProgramVersion(string text) => Version("ProgramVersion", text);

    private static string Version(string type, string text)
    {
        var parts = text.Split('.').Select(static part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).ToList();
        return $"new global::QemuDsl.{type}({Number(parts[0])}, {Number(parts.Count > 1 ? parts[1] : 0)})";
    }
}

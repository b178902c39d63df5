using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace QemuDsl.Tests.Documents;

/// <summary>First sentences of the XML comments of an assembly, as Markdown.</summary>
internal sealed partial class Summaries
{
    private readonly Dictionary<string, XElement> _members;

    public Summaries(Assembly assembly) => _members = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))
        .Descendants("member")
        .Where(static member => member.Element("summary") is not null)
        .ToDictionary(static member => member.Attribute("name")!.Value, static member => member.Element("summary")!);

    // The option stands in a column of its own.
    public string Of(Type type) => Option().Replace(Markdown(_members[$"T:{type.FullName}"]), "").Replace("|", "\\|",
        StringComparison.Ordinal);

    private static string Markdown(XElement summary) => Blanks().Replace(
        string.Concat(summary.Nodes().Select(static node =>
            node is XElement { Name.LocalName: "c" } code ? $"`{code.Value}`" : node is XText text ? text.Value : "")),
        " ").Trim();

    [GeneratedRegex(" \\(`-[^)]*`\\)")]
    private static partial Regex Option();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();
}

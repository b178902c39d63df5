using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace QemuDsl.Generators.Parsing;

/// <summary>The text of summaries, for parameters and copies.</summary>
internal static class Documentation
{
    /// <summary>The inner text of <c>summary</c> as XML; empty when there is none.</summary>
    public static string Summary(ISymbol symbol)
    {
        var xml = symbol.GetDocumentationCommentXml();
        if (string.IsNullOrEmpty(xml))
        {
            return "";
        }

        try
        {
            var summary = XElement.Parse(xml).Element("summary");
            return summary is null ? "" : Collapse(string.Concat(summary.Nodes().Select(Plain)));
        }
        catch (XmlException)
        {
            // The compiler reports malformed comments itself.
            return "";
        }
    }

    // References in a copied comment would bind elsewhere; their name is enough.
    private static string Plain(XNode node) => node is XElement { Name.LocalName: "see" or "paramref" } see
        ? Emit.Literal.Xml(see.Attribute("langword")?.Value ?? LastName(see.Attribute("cref")?.Value ?? see.Value))
        : node.ToString(SaveOptions.DisableFormatting);

    private static string LastName(string reference) => reference.Substring(reference.LastIndexOf('.') + 1);

    private static string Collapse(string text) =>
        string.Join(" ", text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}

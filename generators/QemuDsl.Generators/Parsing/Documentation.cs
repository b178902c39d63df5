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
            return summary is null ? "" : Collapse(Plain(summary));
        }
        catch (XmlException)
        {
            // The compiler reports malformed comments itself.
            return "";
        }
    }

    // References in a copied comment would bind elsewhere; their name is enough.
    private static string Plain(XElement summary)
    {
        foreach (var element in summary.Descendants().ToList())
        {
            if (element.Name.LocalName is "see" or "seealso" or "paramref" or "typeparamref" or "include" or "inheritdoc")
            {
                element.ReplaceWith(new XText(NameIn(element)));
            }
        }

        return string.Concat(summary.Nodes().Select(static node => node.ToString(SaveOptions.DisableFormatting)));
    }

    private static string NameIn(XElement element) =>
        element.Attribute("langword")?.Value
        ?? element.Attribute("name")?.Value
        ?? (element.Attribute("cref")?.Value is { } reference ? LastName(reference) : element.Value);

    private static string LastName(string reference)
    {
        var name = reference.Split('(', '`', '{')[0];
        return name.Substring(name.LastIndexOf('.') + 1);
    }

    private static string Collapse(string text) =>
        string.Join(" ", text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}

using System.Xml;
using System.Xml.Linq;
using Microsoft.Build.Framework;

namespace QemuDsl.MSBuild;

/// <summary>
/// Where an item is written. MSBuild keeps the file and not the line, so it is looked for: the element whose Include (or Update) names the item, and in it
/// the metadata, be it an attribute or an element.
/// </summary>
internal readonly record struct ItemPlace(string? File, int Line, int Column)
{
    public static ItemPlace Unknown => default;

    public static ItemPlace Of(ITaskItem item, string? metadata)
    {
        var file = item.GetMetadata("DefiningProjectFullPath");
        if (string.IsNullOrEmpty(file))
        {
            return Unknown;
        }

        try
        {
            return Find(XDocument.Load(file, LoadOptions.SetLineInfo), item.ItemSpec, metadata) is { } place
                ? new ItemPlace(file, place.LineNumber, place.LinePosition)
                : new ItemPlace(file, 0, 0);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or XmlException)
        {
            return new ItemPlace(file, 0, 0);
        }
    }

    private static IXmlLineInfo? Find(XDocument project, string identity, string? metadata)
    {
        var elements = project.Descendants().Where(element => Names(element, "Include", identity) || Names(element, "Update", identity)).ToList();
        var places = metadata is null ? [] : elements.Select(element => Metadata(element, metadata)).OfType<XObject>();
        return places.FirstOrDefault() ?? elements.FirstOrDefault();
    }

    private static XObject? Metadata(XElement element, string name) =>
        (XObject?)element.Attributes().FirstOrDefault(attribute => Is(attribute.Name.LocalName, name))
        ?? element.Elements().FirstOrDefault(child => Is(child.Name.LocalName, name));

    private static bool Names(XElement element, string attribute, string identity) =>
        element.Attribute(attribute)?.Value.Split(';', StringSplitOptions.TrimEntries).Any(name => Is(name, identity)) == true;

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

using System.Xml;
using System.Xml.Linq;
using Microsoft.Build.Framework;

namespace QemuDsl.MSBuild;

/// <summary>
/// Where an item and its metadata are written. MSBuild keeps the file and not the line, so it is looked for: the element whose Include (or Update) names
/// the item, and in it the metadata, be they attributes or elements.
/// </summary>
internal static class ItemPlaces
{
    public const string Vm = "QemuVm";
    public const string Device = "QemuDevice";

    private static readonly string[] Naming = ["Include", "Update"];

    /// <summary>The places by the names of the metadata; the item itself by the empty name. None when nobody knows.</summary>
    /// <param name="item">The item.</param>
    /// <param name="kind">What elements of its kind are called. Whoever calls a task himself may call them otherwise.</param>
    public static Dictionary<string, TextPlace> Of(ITaskItem item, string kind)
    {
        var places = new Dictionary<string, TextPlace>(StringComparer.OrdinalIgnoreCase);
        var file = item.GetMetadata("DefiningProjectFullPath");
        if (string.IsNullOrEmpty(file))
        {
            return places;
        }

        var elements = Elements(file, item, kind);
        foreach (var (name, place) in elements.SelectMany(Metadata))
        {
            places.TryAdd(name, At(file, place));
        }

        places[""] = elements is [IXmlLineInfo first, ..] ? At(file, first) : new TextPlace(file, 0, 0);
        return places;
    }

    private static List<XElement> Elements(string file, ITaskItem item, string kind)
    {
        try
        {
            var named = XDocument.Load(file, LoadOptions.SetLineInfo).Descendants().Where(element => Names(element, item.ItemSpec)).ToList();
            var fitting = named.Where(element => Is(element.Name.LocalName, kind) && HasVmOf(element, item)).ToList();
            return fitting.Count > 0 ? fitting : named;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or XmlException)
        {
            return [];
        }
    }

    private static bool Names(XElement element, string identity) => Naming.Any(attribute =>
        element.Attribute(attribute)?.Value.Split(';', StringSplitOptions.TrimEntries).Any(name => Is(name, identity)) == true);

    // Several VMs may have a device of one name. What is no literal cannot be compared.
    private static bool HasVmOf(XElement element, ITaskItem item) =>
        element.Attribute(VmItems.Vm)?.Value is not { } vm || vm.Contains('(', StringComparison.Ordinal) || Is(vm, item.GetMetadata(VmItems.Vm));

    private static IEnumerable<(string Name, IXmlLineInfo Place)> Metadata(XElement element) =>
        element.Attributes().Select(static attribute => (attribute.Name.LocalName, (IXmlLineInfo)attribute))
            .Concat(element.Elements().Select(static child => (child.Name.LocalName, (IXmlLineInfo)child)));

    private static TextPlace At(string file, IXmlLineInfo place) => new(file, place.LineNumber, place.LinePosition);

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

using System.Reflection;
using System.Text;

namespace QemuDsl.Tests.Documents;

/// <summary>docs/catalogue.md, out of the attributes and XML comments of the catalogue.</summary>
internal static class CataloguePage
{
    private const string Head =
        """
        # The catalogue

        Every record there is, one table a kind. A record is one option of QEMU; its properties are the option's keys, and say so in their comments.
        This page is generated: `QEMU_DSL_ACCEPT=1 dotnet run --project tests/QemuDsl.Tests -- -class QemuDsl.Tests.Documents.CatalogueTests`.

        """;

    public static string Text()
    {
        var summaries = new Summaries(typeof(Qemu).Assembly);
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var kind in Records().GroupBy(static record => record.Definition.Kind).OrderBy(static group => group.Key))
        {
            text.Append($"\n## {kind.Key}\n\n");
            Table(text, [.. kind.OrderBy(static record => record.Definition.Display, StringComparer.Ordinal).ThenBy(static record =>
                record.Type.Name, StringComparer.Ordinal)], summaries);
        }

        return text.ToString();
    }

    private static void Table(StringBuilder text, IReadOnlyList<(Type Type, OptionDescription Definition)> records, Summaries summaries)
    {
        var hasBuses = records.Any(static record => Buses(record.Type).Length > 0);
        text.Append(hasBuses ? "| QEMU | Record | What it is | Buses |\n|---|---|---|---|\n" : "| QEMU | Record | What it is |\n|---|---|---|\n");
        foreach (var (type, definition) in records)
        {
            var section = type.Namespace![(type.Namespace!.IndexOf('.', StringComparison.Ordinal) + 1)..];
            text.Append($"| `{definition.Display}` | `{section}.{type.Name}` | {summaries.Of(type)} |");
            text.Append(hasBuses ? $" {Buses(type)} |\n" : "\n");
        }
    }

    private static IEnumerable<(Type Type, OptionDescription Definition)> Records() =>
        from type in typeof(Qemu).Assembly.GetExportedTypes()
        let definition = type.GetProperty("Definition", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as OptionDescription
        where definition is not null
        select (type, definition);

    private static string Buses(Type type) => type.GetCustomAttribute<MachineAttribute>() is { } machine
        ? $"has {machine.Buses}"
        : type.GetCustomAttribute<DeviceAttribute>() is not { } device ? ""
        : string.Join(", ", new[] { ("on", device.Bus), ("brings", device.Provides) }.Where(static bus =>
            bus.Item2 != Bus.None).Select(static bus => $"{bus.Item1} {bus.Item2}"));
}

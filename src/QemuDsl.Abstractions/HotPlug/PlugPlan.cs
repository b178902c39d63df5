using System.ComponentModel;
using System.Text;

namespace QemuDsl.CompilerServices;

/// <summary>The commands of QMP that add a record, and the back ends it refers to, to a VM that runs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PlugPlan
{
    private PlugPlan(IReadOnlyList<PlugStep> steps, IReadOnlyList<Finding> findings)
    {
        Steps = steps;
        Findings = findings;
    }

    /// <summary>What to send, back ends first; empty when there are errors.</summary>
    public IReadOnlyList<PlugStep> Steps { get; }

    /// <summary>What is wrong with it, as far as can be told without QEMU.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Makes the plan for one record.</summary>
    public static PlugPlan Of(IOption option, PlugContext context)
    {
        ArgumentNullException.ThrowIfNull(option);
        ArgumentNullException.ThrowIfNull(context);
        var taken = new List<string>(context.Taken);
        RawIds.Collect(context.Arguments, taken.Add);
        using var graph = new OptionGraph(option, context.IdOf, taken);
        var added = Enumerable.Range(0, graph.Count).Where(position => context.IdOf(graph.Entries[position].Option) is null).ToList();
        var findings = PlugChecks.Run(graph, added, context);
        return findings.Any(static finding => finding.Severity == Severity.Error)
            ? new PlugPlan([], findings)
            : new PlugPlan(StepsOf(graph, added, context.SecretDirectory), findings);
    }

    /// <summary>The command of QMP that takes something away, and the key that names it; null when there is none.</summary>
    public static (string Command, string Key)? Removal(OptionKind kind) => kind switch
    {
        OptionKind.Device => ("device_del", "id"),
        OptionKind.Netdev => ("netdev_del", "id"),
        OptionKind.Chardev => ("chardev-remove", "id"),
        OptionKind.Object => ("object-del", "id"),
        OptionKind.Blockdev => ("blockdev-del", "node-name"),
        _ => null,
    };

    internal static string? Addition(OptionKind kind) => kind switch
    {
        OptionKind.Device => "device_add",
        OptionKind.Netdev => "netdev_add",
        OptionKind.Chardev => "chardev-add",
        OptionKind.Object => "object-add",
        OptionKind.Blockdev => "blockdev-add",
        _ => null,
    };

    private static List<PlugStep> StepsOf(OptionGraph graph, List<int> added, string secretDirectory)
    {
        using var writer = new ArgumentWriter(graph, WriterMode.Qmp, secretDirectory);
        var steps = new List<PlugStep>();
        foreach (var position in added)
        {
            var option = graph.Entries[position].Option;
            var command = Addition(option.Description.Kind)!;
            var id = CommandRendering.IdOf(graph.Entries[position])!;
            var json = writer.QmpText(position);
            steps.AddRange(option.Description.Kind == OptionKind.Chardev
                ? ChardevBackend.Of(json).Select(part => new PlugStep(option, part.Id, command, part.Json))
                : [new PlugStep(option, id, command, json) { Secret = Secret(graph, option) }]);
        }

        return steps;
    }

    private static SecretFile? Secret(OptionGraph graph, IOption option) => option is ISecretHolder { SecretValue: { } secret }
        ? new SecretFile(SecretFiles.NameOf(graph, option)) { Content = Encoding.UTF8.GetBytes(secret) }
        : null;
}

using QemuDsl.CompilerServices;

namespace QemuDsl.Runtime;

/// <summary>What was added to a VM since its start, and what it was started with and has no more.</summary>
internal sealed class PluggedOptions(IQemuCommand command)
{
    private readonly List<Plugged> _added = [];
    private readonly HashSet<IOption> _gone = new(ReferenceEqualityComparer.Instance);

    /// <summary>Ids of what was added.</summary>
    public IReadOnlyCollection<string> Ids => [.. _added.SelectMany(static plugged => plugged.Steps).Select(static step => step.Id)];

    /// <summary>The id of a record that is part of the VM; null for another one.</summary>
    public string? IdOf(IOption option) =>
        _added.SelectMany(static plugged => plugged.Steps).LastOrDefault(step => ReferenceEquals(step.Option, option))?.Id
        ?? (_gone.Contains(option) ? null : command.IdOf(option));

    public void Add(IOption option, IReadOnlyList<PlugStep> steps) => _added.Add(new Plugged(option, [.. steps]));

    /// <summary>What was added for a record, itself last; empty when it was not added by us.</summary>
    public IReadOnlyList<PlugStep> AddedFor(IOption option) => _added.Find(plugged => ReferenceEquals(plugged.Option, option))?.Steps
        ?? [.. _added.SelectMany(static plugged => plugged.Steps).Where(step => ReferenceEquals(step.Option, option))];

    /// <summary>The record that was added with this id.</summary>
    public IOption? Find(OptionKind kind, string id) => _added.SelectMany(static plugged => plugged.Steps)
        .LastOrDefault(step => step.Id == id && step.Option.Description.Kind == kind)?.Option;

    /// <summary>What else was added and refers to it; null when nothing does.</summary>
    public PlugStep? UserOf(IOption option) => _added.SelectMany(static plugged => plugged.Steps).FirstOrDefault(
        step => !ReferenceEquals(step.Option, option) && References.Of(step.Option).Contains(option, ReferenceEqualityComparer.Instance));

    /// <summary>It is no longer part of the VM.</summary>
    public void Forget(PlugStep step)
    {
        foreach (var plugged in _added)
        {
            plugged.Steps.Remove(step);
        }

        _added.RemoveAll(static plugged => plugged.Steps.Count == 0);
    }

    /// <summary>It was part of the command and is no longer part of the VM.</summary>
    public void Forget(IOption option) => _gone.Add(option);

    private sealed record Plugged(IOption Option, List<PlugStep> Steps);

    private sealed class References : ReferenceVisitor
    {
        private readonly List<object> _seen = [];

        public static List<object> Of(IOption option)
        {
            var references = new References();
            option.VisitReferences(references);
            return references._seen;
        }

        protected override void See(IReferable reference) => _seen.Add(reference);
    }
}

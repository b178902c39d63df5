using System.Collections.Immutable;
using System.Diagnostics.Contracts;

namespace QemuDsl;

/// <summary>
/// A whole QEMU command line as records. Immutable: every call returns a new command, so two VMs can share a stem. The machine's type
/// says at compile time which devices can be added.
/// </summary>
/// <typeparam name="TMachine">The machine type, such as <c>Pc</c>.</typeparam>
public sealed class QemuCommand<TMachine> : IQemuCommand
    where TMachine : IMachine
{
    private readonly ImmutableArray<IOption> _options;
    private readonly string? _program;
    private IReadOnlyList<string>? _arguments;

    internal QemuCommand(TMachine machine, ImmutableArray<IOption> options, Notation notation, string? program)
    {
        Machine = machine;
        _options = options;
        Notation = notation;
        _program = program;
    }

    /// <summary>The machine (<c>-machine</c>).</summary>
    public TMachine Machine { get; }

    /// <summary>How devices and back ends are written.</summary>
    public Notation Notation { get; }

    /// <inheritdoc/>
    public string Program => _program ?? Programs.For(Machine.Target);

    /// <inheritdoc/>
    public IReadOnlyList<IOption> Options => _options;

    /// <inheritdoc/>
    public IReadOnlyList<string> Arguments => _arguments ??= Render(".");

    /// <inheritdoc/>
    public IReadOnlyList<SecretFile> SecretFiles
    {
        get
        {
            using var graph = NewGraph();
            return QemuDsl.SecretFiles.Of(graph);
        }
    }

    /// <summary>A command with another machine of the same type, such as one with more properties set.</summary>
    [Pure]
    public QemuCommand<TMachine> WithMachine(Func<TMachine, TMachine> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new(change(Machine), _options, Notation, _program);
    }

    /// <summary>A command in another notation.</summary>
    [Pure]
    public QemuCommand<TMachine> WithNotation(Notation notation) => new(Machine, _options, notation, _program);

    /// <summary>A command for another program, such as a path to a QEMU that was built by hand.</summary>
    [Pure]
    public QemuCommand<TMachine> WithProgram(string program)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(program);
        return new(Machine, _options, Notation, program);
    }

    /// <summary>A command with arguments that no record describes, after all that was added before.</summary>
    [Pure]
    public QemuCommand<TMachine> AddRaw(params IEnumerable<string> arguments) => Append(new RawOption(arguments));

    /// <summary>A command without this record, found by identity; unchanged when it is not part of it.</summary>
    [Pure]
    public QemuCommand<TMachine> Without(IOption option) =>
        new(Machine, _options.RemoveAll(other => ReferenceEquals(other, option)), Notation, _program);

    /// <inheritdoc/>
    public IReadOnlyList<string> Render(string secretDirectory)
    {
        using var graph = NewGraph();
        return CommandRendering.Render(graph, Notation, secretDirectory);
    }

    /// <inheritdoc/>
    public string? IdOf(IOption option)
    {
        ArgumentNullException.ThrowIfNull(option);
        using var graph = NewGraph();
        var position = graph.Find(option);
        return position < 0 ? null : CommandRendering.IdOf(graph.Entries[position]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Check(QemuVersion? version = null)
    {
        using var graph = NewGraph();
        return CommandChecks.Run(graph, Machine, Notation, version);
    }

    /// <inheritdoc/>
    public QemuRefusal? Explain(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        using var graph = NewGraph();
        return Refusals.Explain(graph, Notation, line);
    }

    /// <summary>Program and arguments, quoted for reading by people; a shell is never involved.</summary>
    public override string ToString() => CommandText.Quoted(Program, Arguments);

    internal QemuCommand<TMachine> Append(IOption option)
    {
        ArgumentNullException.ThrowIfNull(option);
        var options = option.Description.Repeatable
            ? _options
            : _options.RemoveAll(other => Replaces(option.Description, other.Description));
        return new(Machine, options.Add(option), Notation, _program);
    }

    private static bool Replaces(OptionDescription added, OptionDescription present) =>
        !present.Repeatable && present.Option == added.Option && (present.Name == added.Name || added.Kind != OptionKind.Switch);

    internal OptionGraph NewGraph() => new(Machine, _options.AsSpan());
}

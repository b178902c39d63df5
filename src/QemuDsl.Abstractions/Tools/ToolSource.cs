using System.Collections.Immutable;
using System.ComponentModel;

namespace QemuDsl.CompilerServices;

/// <summary>The arguments of a program, or of a group of its options. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolSource : FieldSource
{
    private readonly ToolArguments _arguments;
    private readonly string? _separator;
    private readonly ImmutableArray<string> _ends;

    private ToolSource(ToolArguments arguments, ProblemList problems, string? separator = null, ImmutableArray<string> ends = default)
        : base(problems) => (_arguments, _separator, _ends) = (arguments, separator, ends.IsDefault ? [] : ends);

    /// <summary>Reads arguments, without the program itself; never throws on what they say.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="separator">What they begin with; null when nothing does.</param>
    /// <param name="read">Reads the record.</param>
    public static Reading<T> Parse<T>(IEnumerable<string> arguments, string? separator, Func<FieldSource, T> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(read);
        var problems = new ProblemList("argument");
        var all = new ToolArguments([.. arguments]);
        if (separator is not null)
        {
            all.Skip(separator);
        }

        var value = read(new ToolSource(all, problems));
        if (!all.AreDone)
        {
            problems.Add(all.Place, all.Current, null, "does not belong here", "Remove it: each group of options stands once, in its order.");
        }

        return problems.Result(value);
    }

    /// <inheritdoc/>
    public override FieldReader Read(ImmutableArray<FieldKey> keys)
    {
        var reader = new FieldReader(keys, Problems, _arguments.Place);
        var groups = keys.Where(static key => key.Form == FieldForm.Group).ToList();
        var ends = _ends.AddRange(groups.Select(static group => group.Separator).OfType<string>());
        // Options before a group that begins without a separator would be taken for that group's: there are none.
        if (groups is not [{ Separator: null }, ..])
        {
            Options(reader, keys, ends);
        }

        foreach (var group in groups)
        {
            reader.Add(group.Key, new FieldEntry(_arguments.Place, null, new ToolSource(_arguments, Problems, group.Separator, ends)));
        }

        return reader;
    }

    // Groups are entered when the one before has been read.
    internal override bool Enter() => _separator is null || _arguments.Skip(_separator);

    private void Options(FieldReader reader, ImmutableArray<FieldKey> keys, ImmutableArray<string> ends)
    {
        while (!_arguments.AreDone && !ends.Contains(_arguments.Current) && !Problems.IsFull)
        {
            var place = _arguments.Place;
            var argument = _arguments.Take();
            if (Find(keys, argument, out var value) is { } key)
            {
                Option(reader, key, place, value);
            }
            else
            {
                Unknown(keys, place, argument);
            }
        }
    }

    // "--key" and "--key=value" of getopt_long, "-k" and "-kvalue" of getopt.
    private static FieldKey? Find(ImmutableArray<FieldKey> keys, string argument, out string? value)
    {
        value = null;
        if (keys.FirstOrDefault(key => Is(key, argument)) is { } whole)
        {
            return whole;
        }

        var isLong = argument.StartsWith("--", StringComparison.Ordinal);
        var end = isLong ? argument.IndexOf('=', StringComparison.Ordinal) : 2;
        if (end < 0 || end >= argument.Length + (isLong ? 1 : 0))
        {
            return null;
        }

        var name = argument[..end];
        value = argument[(isLong ? end + 1 : end)..];
        return keys.FirstOrDefault(key => Is(key, name) && (isLong || key.Form == FieldForm.Value));
    }

    private static bool Is(FieldKey key, string name) => key.Form != FieldForm.Group && (key.Key == name || key.Former == name);

    private void Option(FieldReader reader, FieldKey key, int place, string? value)
    {
        if (key.Form == FieldForm.Flag && value is not null)
        {
            Problems.Add(place, key.Key, value, "takes no value", "Leave it out.");
            return;
        }

        if (key.Form != FieldForm.Flag && value is null)
        {
            if (_arguments.AreDone)
            {
                Problems.Add(place, key.Key, null, "needs a value", "Write it behind the option.");
                return;
            }

            value = _arguments.Take();
        }

        reader.Add(key.Key, new FieldEntry(place, value, null));
    }

    private void Unknown(ImmutableArray<FieldKey> keys, int place, string argument)
    {
        var known = keys.Where(static key => key.Form != FieldForm.Group).Select(static key => key.Key);
        Problems.Add(place, argument, null, "is no option here", $"Use one of {string.Join(", ", known)}.");
        // What follows is its value, as far as anybody can tell.
        if (!_arguments.AreDone && !_arguments.Current.StartsWith('-'))
        {
            _arguments.Take();
        }
    }
}

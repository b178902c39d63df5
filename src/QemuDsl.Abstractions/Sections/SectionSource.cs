using System.Collections.Immutable;
using System.ComponentModel;

namespace QemuDsl.CompilerServices;

/// <summary>What stands between two braces, or a whole text. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SectionSource : FieldSource
{
    // VPP's own configuration has three levels; a record that holds itself could otherwise be nested until the stack ends.
    private const int DeepestBlock = 32;

    private readonly SectionTokens _tokens;
    private readonly int _start;
    private readonly int _end;
    private readonly int _depth;
    private readonly SectionToken? _label;

    private SectionSource(SectionTokens tokens, ProblemList problems, int start, int end, int depth = 0, SectionToken? label = null)
        : base(problems) => (_tokens, _start, _end, _depth, _label) = (tokens, start, end, depth, label);

    internal string Label => _label?.Text ?? "";

    internal IEnumerable<string> Words => Enumerable.Range(_start, _end - _start).Select(index => _tokens[index].Text);

    private int Line => _label?.Line ?? (_start > 0 ? _tokens[_start - 1].Line : 1);

    /// <summary>Reads a text; never throws on what it says.</summary>
    /// <param name="text">The text of a configuration.</param>
    /// <param name="name">The one section the text holds; null when the record is the whole file.</param>
    /// <param name="read">Reads the record.</param>
    public static Reading<T> Parse<T>(string text, string? name, Func<FieldSource, T> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(read);
        var problems = new ProblemList("line");
        var tokens = new SectionTokens(text, problems);
        FieldSource root = new SectionSource(tokens, problems, 0, tokens.Count);
        if (name is null)
        {
            return problems.Result(read(root));
        }

        var file = root.Read([new FieldKey(name, FieldForm.Block)]);
        return problems.Result(file.Require(name, file.Part(name, read)));
    }

    /// <inheritdoc/>
    public override FieldReader Read(ImmutableArray<FieldKey> keys)
    {
        var reader = new FieldReader(keys, Problems, Line);
        if (_label is { } label && keys.FirstOrDefault(static key => key.Form == FieldForm.Label) is { } named)
        {
            reader.Add(named.Key, new FieldEntry(label.Line, label.Text, null));
        }

        for (var index = _start; index < _end && !Problems.IsFull;)
        {
            index = Statement(reader, keys, index);
        }

        return reader;
    }

    private int Statement(FieldReader reader, ImmutableArray<FieldKey> keys, int index)
    {
        var token = _tokens[index];
        if (!token.IsWord)
        {
            Problems.Add(token.Line, null, token.Text, "is a brace without a key", "Remove it, or write the key it belongs to before '{'.");
            return Math.Min(token.IsOpen ? _tokens.ClosingOf(index) : index, _end - 1) + 1;
        }

        if (Find(keys, index, out var words) is not { } key)
        {
            if (keys.FirstOrDefault(static key => key.Form == FieldForm.Raw) is { } raw && index + 1 < _end && !_tokens[index + 1].IsClose)
            {
                return Raw(reader, raw, index);
            }

            var known = keys.Where(static known => known.Form is not (FieldForm.Label or FieldForm.Raw)).Select(static known => known.Key);
            Problems.Add(token.Line, token.Text, null, "is no key here", $"Use one of {string.Join(", ", known)}.");
            return AfterLine(index);
        }

        var next = index + words;
        return key.Form switch
        {
            FieldForm.Flag => Taken(reader, key, new FieldEntry(token.Line, null, null), next),
            FieldForm.Block => Block(reader, key, token, null, next),
            _ when next >= _end || !_tokens[next].IsWord => Lacks(key, token, next),
            FieldForm.LabelledBlock => Block(reader, key, token, _tokens[next], next + 1),
            _ => Taken(reader, key, new FieldEntry(token.Line, _tokens[next].Text, null), next + 1),
        };
    }

    // "dev default" before "dev": the longer key is meant.
    private FieldKey? Find(ImmutableArray<FieldKey> keys, int index, out int words)
    {
        words = 2;
        if (index + 1 < _end && _tokens[index + 1].IsWord)
        {
            var both = $"{_tokens[index].Text} {_tokens[index + 1].Text}";
            if (keys.FirstOrDefault(key => key.Key == both) is { } longer)
            {
                return longer;
            }
        }

        words = 1;
        return keys.FirstOrDefault(key => key.Key == _tokens[index].Text && key.Form is not (FieldForm.Label or FieldForm.Raw));
    }

    private int Raw(FieldReader reader, FieldKey key, int index)
    {
        var isOpen = _tokens[index + 1].IsOpen;
        var start = isOpen ? index + 2 : index + 1;
        var end = isOpen ? Math.Min(_tokens.ClosingOf(index + 1), _end) : start + 1;
        var inside = new SectionSource(_tokens, Problems, start, end, _depth + 1, _tokens[index]);
        return Taken(reader, key, new FieldEntry(_tokens[index].Line, _tokens[index].Text, inside), isOpen ? end + 1 : end);
    }

    private int Block(FieldReader reader, FieldKey key, SectionToken token, SectionToken? label, int next)
    {
        var isOpen = next < _end && _tokens[next].IsOpen;
        // VPP takes a single word in place of a block: "nat endpoint-dependent".
        var isWord = !isOpen && label is null && next < _end && _tokens[next].IsWord;
        if (!isOpen && !isWord && label is null)
        {
            return Lacks(key, token, next);
        }

        if (_depth == DeepestBlock)
        {
            Problems.Add(token.Line, key.Key, null, $"is nested deeper than {DeepestBlock} blocks", "Remove the inner blocks.");
            return _end;
        }

        var start = isOpen ? next + 1 : next;
        var end = isOpen ? Math.Min(_tokens.ClosingOf(next), _end) : isWord ? next + 1 : next;
        var inside = new SectionSource(_tokens, Problems, start, end, _depth + 1, label);
        return Taken(reader, key, new FieldEntry(token.Line, label?.Text, inside), isOpen ? end + 1 : end);
    }

    private static int Taken(FieldReader reader, FieldKey key, FieldEntry entry, int next)
    {
        reader.Add(key.Key, entry);
        return next;
    }

    private int Lacks(FieldKey key, SectionToken token, int next)
    {
        var (message, remedy) = key.Form == FieldForm.Block ? ("needs a block", $"Write {key.Key} {{ … }}.") : ("needs a value", $"Write it behind {key.Key}.");
        Problems.Add(token.Line, key.Key, null, message, remedy);
        return next;
    }

    // Lines mean nothing to VPP, but people write a statement in each: with the whole line gone there is one problem and not one for each word.
    private int AfterLine(int index)
    {
        var line = _tokens[index].Line;
        while (index < _end && _tokens[index].Line == line && !_tokens[index].IsClose)
        {
            index = _tokens[index].IsOpen ? Math.Min(_tokens.ClosingOf(index), _end - 1) + 1 : index + 1;
        }

        return index < _end && _tokens[index].IsOpen ? Math.Min(_tokens.ClosingOf(index), _end - 1) + 1 : index;
    }
}

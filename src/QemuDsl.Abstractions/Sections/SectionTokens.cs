using System.Buffers;

namespace QemuDsl.CompilerServices;

/// <summary>The words and braces of a text, and which brace belongs to which.</summary>
internal sealed class SectionTokens
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n{}#");

    private readonly List<SectionToken> _tokens = [];
    private readonly Dictionary<int, int> _closing = [];

    public SectionTokens(string text, ProblemList problems)
    {
        Split(text);
        Match(problems);
    }

    public int Count => _tokens.Count;

    public SectionToken this[int index] => _tokens[index];

    /// <summary>Where the brace opened there is closed; the end of the text for one that never is.</summary>
    public int ClosingOf(int index) => _closing.GetValueOrDefault(index, _tokens.Count);

    // As newer VPPs do it: words end at blanks, and '#' begins a comment wherever it stands (in older ones where a word could begin).
    private void Split(ReadOnlySpan<char> text)
    {
        var line = 1;
        while (!text.IsEmpty)
        {
            var length = 1;
            switch (text[0])
            {
                case '\n':
                    line++;
                    break;
                case ' ' or '\t' or '\r':
                    break;
                case '#':
                    length = Until(text.IndexOf('\n'), text.Length);
                    break;
                case '{' or '}':
                    _tokens.Add(new SectionToken(text[0] == '{' ? "{" : "}", line));
                    break;
                default:
                    length = Until(text.IndexOfAny(Ends), text.Length);
                    _tokens.Add(new SectionToken(text[..length].ToString(), line));
                    break;
            }

            text = text[length..];
        }
    }

    private static int Until(int end, int otherwise) => end < 0 ? otherwise : end;

    private void Match(ProblemList problems)
    {
        var open = new Stack<int>();
        for (var index = 0; index < _tokens.Count; index++)
        {
            if (_tokens[index].IsOpen)
            {
                open.Push(index);
            }
            else if (_tokens[index].IsClose && open.TryPop(out var start))
            {
                _closing.Add(start, index);
            }
        }

        if (open.TryPeek(out var forgotten))
        {
            problems.Add(_tokens[forgotten].Line, null, null, "opens a brace that is never closed", "Add the missing '}'.");
        }
    }
}

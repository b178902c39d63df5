using System.Text;

namespace QemuDsl.Generators.Emit;

/// <summary>Indented text with <c>\n</c> line ends and no trailing blanks.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _indent;

    /// <summary>Writes lines; a text of several lines is indented as a whole.</summary>
    public SourceWriter Line(string text = "")
    {
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', 4 * _indent).Append(line);
            }

            _text.Append('\n');
        }

        return this;
    }

    public void Open(string head)
    {
        if (head.Length > 0)
        {
            Line(head);
        }

        Line("{");
        _indent++;
    }

    public void Close(string end = "}")
    {
        _indent--;
        Line(end);
    }

    /// <summary>Writes a block in braces.</summary>
    public void Block(Action body, string end = "}")
    {
        Open("");
        body();
        Close(end);
    }

    /// <summary>Writes a line that continues the one before.</summary>
    public void Continued(string text)
    {
        _indent++;
        Line(text);
        _indent--;
    }

    public override string ToString() => _text.ToString();
}

namespace QemuDsl;

public sealed partial class ArgumentWriter
{
    /// <summary>One record as nested JSON.</summary>
    internal string NestedText(IOption option) => NestedText(() => Nested(option));

    /// <summary>One record that others refer to as nested JSON: in full the first time, then by its id.</summary>
    internal string NestedText(IReferable record) => NestedText(() => Referred(record));

    /// <summary>One structured value as nested JSON.</summary>
    internal string NestedText(IOptionPart part) => NestedText(() =>
    {
        _json = true;
        _buffer.Append('{');
        part.Render(this);
        _buffer.Append('}');
    });

    /// <summary>One option of the graph as the arguments of the QMP command that adds it.</summary>
    internal string QmpText(int position)
    {
        Position = position;
        _graph.Entries[position].Option.Render(this);
        return _arguments[^1];
    }

    private string NestedText(Action write)
    {
        _buffer.Clear();
        _json = true;
        write();
        return new string(_buffer.Text);
    }
}

namespace QemuDsl;

/// <summary>
/// Writes options as arguments. The only place that escapes: a comma is doubled where QEMU's parser wants it, JSON text is quoted, and what
/// QEMU cannot express is refused with the option and the key. Called by generated code.
/// </summary>
public sealed partial class ArgumentWriter : IDisposable
{
    private readonly OptionGraph _graph;
    private readonly WriterMode _mode;
    private readonly string _secretDirectory;
    private string[]? _prefixes;
    private readonly List<string> _arguments;
    private TextBuffer _buffer = new(1024);
    private OptionKind _kind;
    private string _option = "";
    private string? _name;
    private string? _verbatim;
    private int _depth;
    private int _nesting;
    private bool _json;

    internal ArgumentWriter(OptionGraph graph, WriterMode mode, string secretDirectory)
    {
        _graph = graph;
        _mode = mode;
        _secretDirectory = secretDirectory;
        _arguments = new List<string>(2 * graph.Count);
    }

    internal List<string> Arguments => _arguments;

    /// <summary>Position in the graph of the option being written: its own id needs no search.</summary>
    internal int Position { get; set; } = -1;

    /// <summary>Begins an option.</summary>
    /// <param name="kind">Its kind, which decides on notation and escaping.</param>
    /// <param name="option">The option with its dash.</param>
    /// <param name="name">QEMU's name of the type, written first; null when the option has none.</param>
    public void Begin(OptionKind kind, string option, string? name)
    {
        _kind = kind;
        _option = option;
        _name = name;
        _verbatim = null;
        _depth = 0;
        if (_nesting == 0)
        {
            _buffer.Clear();
        }

        _json = _mode is WriterMode.Nested or WriterMode.Qmp || (_mode == WriterMode.Json && JsonNotation.IsTaken(kind));
        if (_json)
        {
            _buffer.Append('{');
        }

        if (name is null)
        {
            return;
        }

        if (_json || kind == OptionKind.Blockdev)
        {
            Key(JsonNotation.Discriminator(kind), name);
        }
        else
        {
            _buffer.Append(name);
        }
    }

    /// <summary>Writes keys as they are; part of what the option is, so the file format of profiles leaves them out.</summary>
    public void Literal(string keys)
    {
        if (!_json)
        {
            Separate();
            _buffer.Append(keys);
        }
    }

    /// <summary>Ends the option: it becomes one or two arguments.</summary>
    public void End()
    {
        if (_json)
        {
            _buffer.Append('}');
        }

        if (_nesting > 0)
        {
            return;
        }

        _arguments.Add(_option);
        if (_verbatim is not null)
        {
            _arguments.Add(_verbatim);
        }
        else if (_buffer.Length > 0)
        {
            _arguments.Add(new string(_buffer.Text));
        }
    }

    // The JSON that QEMU reads, not the one of profiles.
    private bool IsForQemu => _json && _mode is WriterMode.Json or WriterMode.Qmp;

    /// <summary>Gives the rented memory back.</summary>
    public void Dispose() => _buffer.Dispose();

    internal void Raw(string argument)
    {
        _option = "raw";
        _name = null;
        Expressible(null, argument);
        _arguments.Add(argument);
    }

    // Writes what stands before a value: a comma and the key with its prefixes, or the JSON name.
    private void Name(string key)
    {
        if (_json)
        {
            Separate();
            _buffer.Append('"');
            _buffer.Append(key);
            _buffer.Append("\":");
            return;
        }

        if (_depth > 0)
        {
            Prefixed(key);
            return;
        }

        var room = _buffer.Room(key.Length + 2);
        var start = 0;
        if (_buffer.Length > 0)
        {
            room[start++] = ',';
        }

        key.CopyTo(room[start..]);
        room[start + key.Length] = '=';
        _buffer.Advance(start + key.Length + 1);
    }

    private void Prefixed(string key)
    {
        Separate();
        for (var level = 0; level < _depth; level++)
        {
            _buffer.Append(_prefixes![level]);
            _buffer.Append('.');
        }

        _buffer.Append(key);
        _buffer.Append('=');
    }

    private void Separate()
    {
        if (_buffer.Length > 0 && (!_json || _buffer.Last is not ('{' or '[')))
        {
            _buffer.Append(',');
        }
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;

namespace QemuDsl;

public sealed partial class ArgumentWriter
{
    // Most keys of most records are null: looking is inlined into the caller, writing is not.

    /// <summary>Writes a text; null writes nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Key(string key, string? value)
    {
        if (value is not null)
        {
            Write(key, value);
        }
    }

    /// <summary>Writes on or off; null writes nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Key(string key, bool? value)
    {
        if (value is { } state)
        {
            Write(key, state);
        }
    }

    /// <summary>Writes a number; null writes nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Key(string key, long? value)
    {
        if (value is { } number)
        {
            Write(key, number);
        }
    }

    /// <summary>Writes a number; null writes nothing.</summary>
    public void Key(string key, ulong? value)
    {
        if (value is not { } number)
        {
            return;
        }

        Name(key);
        number.TryFormat(_buffer.Room(20), out var length, provider: CultureInfo.InvariantCulture);
        _buffer.Advance(length);
    }

    /// <summary>Writes a size: with a binary suffix, or digits in JSON and in <c>-blockdev</c>, whose parser takes no suffix.</summary>
    public void Key(string key, ByteSize? value)
    {
        if (value is not { } size)
        {
            return;
        }

        if (IsForQemu || _kind == OptionKind.Blockdev)
        {
            Key(key, (long?)size.Bytes);
            return;
        }

        Name(key);
        Quote();
        size.TryFormat(_buffer.Room(24), out var length);
        _buffer.Advance(length);
        Quote();
    }

    /// <summary>Writes a set of numbers: a range a key, or an array in JSON.</summary>
    public void Key(string key, CpuSet? value)
    {
        if (value is not { } set)
        {
            return;
        }

        if (_mode == WriterMode.Nested)
        {
            Key(key, set.ToString());
            return;
        }

        BeginList(key);
        foreach (var range in set.Ranges)
        {
            Item(range);
        }

        EndList();
    }

    /// <summary>Writes a small value with a text of its own; null writes nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Key<T>(string key, T? value)
        where T : struct, IOptionValue<T>
    {
        if (value is { } present)
        {
            Write(key, present);
        }
    }

    /// <summary>Writes the keys of a structured value; null writes nothing.</summary>
    public void Part(string key, IOptionPart? value)
    {
        if (value is null)
        {
            return;
        }

        Enter(key);
        value.Render(this);
        Leave();
    }

    /// <summary>Writes a value without its key, which only the file format of profiles shows.</summary>
    public void Positional(string key, string? value)
    {
        if (value is null)
        {
            return;
        }

        Bare(key);
        Text(key, value);
    }

    /// <summary>Writes a value without its key, which only the file format of profiles shows.</summary>
    public void Positional<T>(string key, T? value)
        where T : struct, IOptionValue<T>
    {
        if (value is not { } present)
        {
            return;
        }

        Bare(key);
        Value(key, present);
    }

    /// <summary>Makes the whole value of the option a text that QEMU takes as it is.</summary>
    public void Verbatim(string key, string? value)
    {
        if (value is null)
        {
            return;
        }

        if (_json)
        {
            Key(key, value);
            return;
        }

        Expressible(null, value);
        _verbatim = value;
    }

    private void Write(string key, string value)
    {
        Name(key);
        Text(key, value);
    }

    private void Write(string key, bool value)
    {
        Name(key);
        Flag(value);
    }

    private void Write(string key, long value)
    {
        Name(key);
        Number(value);
    }

    private void Write<T>(string key, T value)
        where T : struct, IOptionValue<T>
    {
        Name(key);
        Value(key, value);
    }

    private void Bare(string key)
    {
        if (_json)
        {
            Name(key);
        }
        else
        {
            Separate();
        }
    }

    private void Enter(string key)
    {
        if (_json)
        {
            Name(key);
            _buffer.Append('{');
            return;
        }

        _prefixes ??= new string[16];
        _prefixes[_depth++] = key;
    }

    private void Leave()
    {
        if (_json)
        {
            _buffer.Append('}');
            return;
        }

        _depth--;
    }
}

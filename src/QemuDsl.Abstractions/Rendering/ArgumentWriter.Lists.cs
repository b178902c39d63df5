using System.Globalization;

namespace QemuDsl;

public sealed partial class ArgumentWriter
{
    private string _list = "";
    private string? _separator;
    private string? _jsonItem;
    private bool _joined;
    private bool _bare;
    private int _items;

    /// <summary>Begins a list; items follow, then <see cref="EndList"/>.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="separator">What joins the items under one key; null repeats the key.</param>
    /// <param name="jsonItem">The key inside each item in JSON; null for bare items.</param>
    /// <param name="joinedInJson">Whether JSON has one text, too.</param>
    public void BeginList(string key, string? separator = null, string? jsonItem = null, bool joinedInJson = false)
    {
        _list = key;
        _separator = separator;
        _jsonItem = jsonItem;
        _joined = joinedInJson;
        _bare = false;
        _items = 0;
        if (_json)
        {
            Name(key);
            _buffer.Append(IsArray ? '[' : '"');
        }
    }

    /// <summary>Begins a list whose items are written without a key (<c>-cpu MODEL,+avx2,-svm</c>).</summary>
    public void BeginBareList(string key)
    {
        BeginList(key);
        _bare = true;
    }

    /// <summary>Ends the list.</summary>
    public void EndList()
    {
        if (_json)
        {
            _buffer.Append(IsArray ? ']' : '"');
        }
    }

    /// <summary>Writes a text.</summary>
    public void Item(string value)
    {
        BeginItem();
        if (_json && !IsArray)
        {
            Escaped(_list, value);
        }
        else
        {
            Text(_list, value);
        }

        EndItem();
    }

    /// <summary>Writes a number.</summary>
    public void Item(long value)
    {
        BeginItem();
        Number(value);
        EndItem();
    }

    /// <summary>Writes a small value with a text of its own.</summary>
    public void Item<T>(T value)
        where T : struct, IOptionValue<T>
    {
        BeginItem();
        if (_json && !IsArray)
        {
            Formatted(_list, value);
        }
        else
        {
            Value(_list, value);
        }

        EndItem();
    }

    /// <summary>Writes a structured value: an object in JSON, numbered keys elsewhere.</summary>
    public void Item(IOptionPart value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var (list, items, joined) = (_list, _items, _joined);
        if (_json)
        {
            Separate();
            _buffer.Append('{');
            value.Render(this);
            _buffer.Append('}');
        }
        else
        {
            Enter(list);
            Enter(items.ToString(CultureInfo.InvariantCulture));
            value.Render(this);
            Leave();
            Leave();
        }

        (_list, _items, _joined) = (list, items + 1, joined);
    }

    private bool IsArray => !_joined || _mode == WriterMode.Nested;

    private void Item(CpuRange range)
    {
        if (_json)
        {
            for (var number = range.First; number <= range.Last; number++)
            {
                Item((long)number);
            }

            return;
        }

        BeginItem();
        _buffer.Append(range.ToString());
    }

    private void BeginItem()
    {
        if (_json)
        {
            BeginJsonItem();
            return;
        }

        if (_bare)
        {
            Separate();
        }
        else if (_separator is null || _items == 0)
        {
            Name(_list);
        }
        else
        {
            _buffer.Append(_separator);
        }

        _items++;
    }

    private void BeginJsonItem()
    {
        if (IsArray)
        {
            Separate();
        }
        else if (_items++ > 0)
        {
            _buffer.Append(_separator);
        }

        if (_jsonItem is not null && IsForQemu)
        {
            _buffer.Append('{');
            Name(_jsonItem);
        }
    }

    private void EndItem()
    {
        if (_jsonItem is not null && IsForQemu)
        {
            _buffer.Append('}');
        }
    }
}

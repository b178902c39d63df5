using System.Globalization;
using System.Runtime.CompilerServices;

namespace QemuDsl;

public sealed partial class ArgumentWriter
{
    private Dictionary<int, int>? _ports;
    private HashSet<object>? _written;

    /// <summary>Writes the id of the option itself: its own, or the one the command chose.</summary>
    public void Id(string key, IOption self)
    {
        var position = PositionOf(self);
        if (position < 0 || (_mode == WriterMode.Nested && !IsShared(position, self)))
        {
            return;
        }

        Name(key);
        IdText(position);
    }

    /// <summary>Writes the id of a record this one refers to; null writes nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Reference(string key, IReferable? value)
    {
        if (value is not null)
        {
            Refer(key, value);
        }
    }

    /// <summary>Writes the bus that another device brings; null writes nothing.</summary>
    public void Bus(string key, IDeviceBus? value)
    {
        if (value is null)
        {
            return;
        }

        Name(key);
        if (_mode == WriterMode.Nested)
        {
            Referred(value);
            return;
        }

        Quote();
        var position = IdBare(value);
        if (value.Ports == 1)
        {
            _buffer.Append(value.BusSuffix);
        }
        else
        {
            _ports ??= [];
            var port = _ports.GetValueOrDefault(position);
            _ports[position] = port + 1;
            _buffer.Append('.');
            _buffer.Append(port.ToString(CultureInfo.InvariantCulture));
        }

        Quote();
    }

    /// <summary>Writes slot and function: the device's own, or the ones the command chose.</summary>
    public void Address(string key, IPciSlotDevice self)
    {
        var position = PositionOf(self);
        Key(key, position < 0 || _mode == WriterMode.Nested ? self.Address : PciSlots.Of(self, _graph.Entries[position]));
    }

    /// <summary>Writes the file that holds a secret, never the secret; null writes nothing.</summary>
    /// <param name="key">The key of the secret itself, used by the file format of profiles only.</param>
    /// <param name="fileKey">The key that takes the file.</param>
    /// <param name="self">The option, whose id names the file.</param>
    /// <param name="value">The secret.</param>
    public void Secret(string key, string fileKey, IOption self, string? value)
    {
        if (value is null || _mode == WriterMode.Nested)
        {
            return;
        }

        Key(fileKey, Path.Combine(_secretDirectory, SecretFiles.NameOf(_graph, self)));
    }

    private int PositionOf(object self) =>
        (uint)Position < (uint)_graph.Count && ReferenceEquals(_graph.Entries[Position].Option, self) ? Position : _graph.Find(self);

    private void Refer(string key, IReferable value)
    {
        Name(key);
        Referred(value);
    }

    // The format of profiles names an id only when somebody chose it or when several options share the record.
    private bool IsShared(int position, IOption self) =>
        self is IReferable { Id: not null } || _graph.Entries[position].Users > 1;

    private void Referred(IReferable value)
    {
        if (_mode != WriterMode.Nested || value is IdReference)
        {
            IdText(_graph.Find(value), value);
            return;
        }

        _written ??= new HashSet<object>(ReferenceEqualityComparer.Instance);
        if (_written.Add(value))
        {
            Nested((IOption)value);
        }
        else
        {
            IdText(_graph.Find(value), value);
        }
    }

    private void Nested(IOption option)
    {
        var (kind, name, shown) = (_kind, _option, _name);
        _nesting++;
        option.Render(this);
        _nesting--;
        (_kind, _option, _name) = (kind, name, shown);
    }

    private void IdText(int position, IReferable? value = null)
    {
        Quote();
        IdBare(position, value);
        Quote();
    }

    private int IdBare(IReferable value)
    {
        var position = _graph.Find(value);
        IdBare(position, value);
        return position;
    }

    private void IdBare(int position, IReferable? value)
    {
        var id = position < 0 ? value!.Id!.Value.Value : _graph.Entries[position].Id;
        if (id is not null)
        {
            Escaped("id", id.Length > 0 ? id : throw Refused("id", "", "is empty", "Leave it unset, or choose a name."));
            return;
        }

        ref var entry = ref _graph.Entries[position];
        _buffer.Append(entry.Description.IdPrefix);
        if (entry.Number < 10)
        {
            _buffer.Append((char)('0' + entry.Number));
            return;
        }

        entry.Number.TryFormat(_buffer.Room(11), out var length, provider: CultureInfo.InvariantCulture);
        _buffer.Advance(length);
    }
}

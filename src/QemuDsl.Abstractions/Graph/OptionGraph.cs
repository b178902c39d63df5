using System.Buffers;
using System.Runtime.CompilerServices;

namespace QemuDsl;

/// <summary>
/// Every option of a command, back ends before their users, each once by identity, with ids and PCI slots.
/// Lives in rented arrays: rendering allocates the argument strings and little else.
/// </summary>
internal sealed class OptionGraph : ReferenceVisitor, IDisposable
{
    private const int Free = 0;

    private OptionEntry[] _entries = ArrayPool<OptionEntry>.Shared.Rent(32);
    private int[] _index = RentIndex(64);
    private List<IdReference>? _byId;
    private List<string>? _taken;
    private int _depth;

    public OptionGraph(IMachine machine, ReadOnlySpan<IOption> options)
    {
        Add(machine);
        foreach (var option in options)
        {
            Add(option);
        }

        AutomaticIds.Number(Entries, _taken);
        PciSlots.Place(machine, Entries);
    }

    /// <summary>What one option needs, in a VM that runs: ids that are there already are kept, and stepped over.</summary>
    public OptionGraph(IOption option, Func<IOption, string?> idOf, IEnumerable<string> taken)
    {
        Add(option);
        foreach (ref var entry in Entries)
        {
            entry.Id = idOf(entry.Option) ?? entry.Id;
        }

        foreach (var id in taken)
        {
            Take(id);
        }

        AutomaticIds.Number(Entries, _taken);
    }

    public Span<OptionEntry> Entries => _entries.AsSpan(0, Count);

    public int Count { get; private set; }

    public IReadOnlyList<IdReference> ReferencesById => _byId ?? (IReadOnlyList<IdReference>)[];

    protected override void See(IReferable reference)
    {
        switch (reference)
        {
            case IdReference byId:
                (_byId ??= []).Add(byId);
                Take(byId.Id.Value);
                break;
            case IOption option:
                // In two steps: adding may replace the array.
                var position = Add(option);
                _entries[position].Users++;
                break;
        }
    }

    /// <summary>Position of an option in <see cref="Entries"/>; -1 when it is not part of the graph.</summary>
    public int Find(object option)
    {
        for (var probe = Start(option); ; probe = (probe + 1) & (_index.Length - 1))
        {
            var position = _index[probe];
            if (position == Free)
            {
                return -1;
            }

            if (ReferenceEquals(_entries[position - 1].Option, option))
            {
                return position - 1;
            }
        }
    }

    public void Dispose()
    {
        Entries.Clear();
        ArrayPool<OptionEntry>.Shared.Return(_entries);
        ArrayPool<int>.Shared.Return(_index);
        _entries = [];
        _index = [];
        Count = 0;
    }

    private int Add(IOption option)
    {
        var known = Find(option);
        if (known >= 0)
        {
            return known;
        }

        if (++_depth > 64)
        {
            throw new InvalidOperationException($"Options refer to one another more than 64 deep at {option.Description.Display}.");
        }

        option.VisitReferences(this);
        _depth--;
        return Append(option);
    }

    private int Append(IOption option)
    {
        if (Count == _entries.Length || 2 * Count >= _index.Length - 2)
        {
            Grow();
        }

        var description = option.Description;
        var id = description.IdPrefix is null ? null : ((IReferable)option).Id?.Value;
        _entries[Count] = new OptionEntry { Option = option, Description = description, Id = id, Number = -1, Slot = -1 };
        Index(option, ++Count);
        if (id is not null)
        {
            Take(id);
        }
        else if (option is RawOption raw)
        {
            RawIds.Collect(raw.Arguments, Take);
        }

        return Count - 1;
    }

    private void Take(string id) => (_taken ??= []).Add(id);

    private void Grow()
    {
        var entries = ArrayPool<OptionEntry>.Shared.Rent(2 * _entries.Length);
        Entries.CopyTo(entries);
        Entries.Clear();
        ArrayPool<OptionEntry>.Shared.Return(_entries);
        ArrayPool<int>.Shared.Return(_index);
        _entries = entries;
        _index = RentIndex(4 * Count);
        for (var position = 1; position <= Count; position++)
        {
            Index(_entries[position - 1].Option, position);
        }
    }

    private void Index(IOption option, int position)
    {
        var probe = Start(option);
        while (_index[probe] != Free)
        {
            probe = (probe + 1) & (_index.Length - 1);
        }

        _index[probe] = position;
    }

    // The pool hands out powers of two from 16 on, so the length serves as a mask.
    private int Start(object option) => RuntimeHelpers.GetHashCode(option) & (_index.Length - 1);

    private static int[] RentIndex(int size)
    {
        var index = ArrayPool<int>.Shared.Rent(size);
        Array.Clear(index);
        return index;
    }
}

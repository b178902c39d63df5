using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace QemuDsl;

/// <summary>An immutable list that is equal to another one with equal items, so that records holding it compare by value.</summary>
/// <typeparam name="T">What is listed.</typeparam>
[CollectionBuilder(typeof(OptionList), nameof(OptionList.Create))]
public readonly struct OptionList<T> : IReadOnlyList<T>, IEquatable<OptionList<T>>
{
    private readonly ImmutableArray<T> _items;

    internal OptionList(ImmutableArray<T> items) => _items = items;

    /// <inheritdoc/>
    public int Count => Items.Length;

    private ImmutableArray<T> Items => _items.IsDefault ? [] : _items;

    /// <inheritdoc/>
    public T this[int index] => Items[index];

    /// <summary>Whether both hold equal items in the same order.</summary>
    public static bool operator ==(OptionList<T> left, OptionList<T> right) => left.Equals(right);

    /// <summary>Whether they differ in an item or the order.</summary>
    public static bool operator !=(OptionList<T> left, OptionList<T> right) => !left.Equals(right);

    /// <summary>A list with one item more.</summary>
    public OptionList<T> Add(T item) => new(Items.Add(item));

    /// <inheritdoc/>
    public bool Equals(OptionList<T> other) => Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OptionList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in Items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>Enumerates without allocating.</summary>
    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    /// <summary>The items, joined by commas.</summary>
    public override string ToString() => string.Join(",", Items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Items).GetEnumerator();
}

namespace QemuDsl;

/// <summary>Makes lists; collection expressions (<c>[a, b]</c>) use it.</summary>
public static class OptionList
{
    /// <summary>A list of these items.</summary>
    public static OptionList<T> Create<T>(params ReadOnlySpan<T> items) => new([.. items]);
}

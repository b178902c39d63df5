namespace QemuDsl.Generators.Model;

/// <summary>Where a value stands in its option.</summary>
internal enum Style
{
    Keyed,
    Positional,
    Verbatim,
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace QemuDsl;

/// <summary>Slot and function on a PCI bus. QEMU reads and <see cref="ToString"/> writes both in hex: slot 16 is <c>10.0</c>.</summary>
public readonly record struct PciAddress : IOptionValue<PciAddress>
{
    /// <summary>Takes slot 0 to 31 and function 0 to 7.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such slot or function.</exception>
    public PciAddress(int slot, int function = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(slot, 31);
        ArgumentOutOfRangeException.ThrowIfNegative(function);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(function, 7);
        Slot = slot;
        Function = function;
    }

    /// <summary>The slot, 0 to 31.</summary>
    public int Slot { get; }

    /// <summary>The function, 0 to 7.</summary>
    public int Function { get; }

    /// <summary>Reads <c>10.0</c> or <c>0x10</c>: hex, as QEMU does.</summary>
    /// <exception cref="FormatException">The text is no such address.</exception>
    public static PciAddress Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var address)
        ? address
        : throw new FormatException($"'{Printable.Of(s ?? "")}' is not a PCI address. Write SLOT.FUNCTION in hex, 0.0 to 1f.7.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PciAddress result)
    {
        result = default;
        var text = s.AsSpan();
        text = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text[2..] : text;
        var dot = text.IndexOf('.');
        var function = 0;
        if (dot >= 0 && !int.TryParse(text[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out function))
        {
            return false;
        }

        var slotText = dot < 0 ? text : text[..dot];
        if (!int.TryParse(slotText, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var slot)
            || slot is < 0 or > 31 || function > 7)
        {
            return false;
        }

        result = new PciAddress(slot, function);
        return true;
    }

    /// <summary>Reads an address, such as <c>10.0</c> (slot 16).</summary>
    public static implicit operator PciAddress(string value) => Parse(value);

    /// <summary>Reads an address, such as <c>10.0</c> (slot 16).</summary>
    public static PciAddress FromString(string value) => Parse(value);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        if (!Slot.TryFormat(destination, out charsWritten, "x", CultureInfo.InvariantCulture) || destination.Length < charsWritten + 2)
        {
            return false;
        }

        destination[charsWritten++] = '.';
        destination[charsWritten++] = (char)('0' + Function);
        return true;
    }

    /// <summary>Slot in hex, a dot, the function: <c>10.0</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Slot:x}.{Function}");
}

using System.ComponentModel;
using System.Globalization;

namespace QemuDsl.CompilerServices;

/// <summary>What generated code of enums needs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Words
{
    /// <summary>The error for a number that was cast to an enum and names no member of it.</summary>
    public static QemuOptionException Undefined(string type, long value, string words) => new(
        type, null, value.ToString(CultureInfo.InvariantCulture), "is no member of this enum", $"Use the member for one of {words}.");
}

using System.Globalization;

namespace QemuDsl;

/// <summary>Deterministic ids: a prefix by kind and a number in order of appearance, stepping over ids that somebody chose.</summary>
internal static class AutomaticIds
{
    public static void Number(Span<OptionEntry> entries, List<string>? taken)
    {
        for (var position = 0; position < entries.Length; position++)
        {
            ref var entry = ref entries[position];
            if (entry.Id is null && entry.Description.IdPrefix is { } prefix)
            {
                entry.Number = Next(entries[..position], prefix, taken);
            }
        }
    }

    public static string Text(in OptionEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.Description.IdPrefix}{entry.Number}");

    private static int Next(Span<OptionEntry> earlier, string prefix, List<string>? taken)
    {
        var number = 0;
        for (var position = earlier.Length - 1; position >= 0; position--)
        {
            ref var entry = ref earlier[position];
            if (entry.Number >= 0 && entry.Description.IdPrefix == prefix)
            {
                number = entry.Number + 1;
                break;
            }
        }

        while (taken?.Contains(string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}")) == true)
        {
            number++;
        }

        return number;
    }
}

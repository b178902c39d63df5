using System.Globalization;

namespace QemuDsl.Automation;

/// <summary>A time span as text: <c>90s</c>, <c>5m</c>, <c>2h</c>, <c>500ms</c>, or <c>hh:mm:ss</c>.</summary>
public static class DurationText
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Reads one.</summary>
    /// <exception cref="AutomationException">It is none, is not more than zero, or is more than seven days.</exception>
    public static TimeSpan Parse(string text)
    {
        var digits = text.TakeWhile(static character => char.IsAsciiDigit(character) || character == '.').Count();
        var known = double.TryParse(text.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number <= Longest.TotalMilliseconds;
        TimeSpan? duration = (known, text[digits..]) switch
        {
            (true, "ms") => TimeSpan.FromMilliseconds(number),
            (true, "s") => TimeSpan.FromSeconds(number),
            (true, "m") => TimeSpan.FromMinutes(number),
            (true, "h") => TimeSpan.FromHours(number),
            _ => TimeSpan.TryParseExact(text, @"hh\:mm\:ss", CultureInfo.InvariantCulture, out var clock) ? clock : null,
        };
        return duration is { } span && span > TimeSpan.Zero && span <= Longest
            ? span
            : throw new AutomationException(
                AutomationFailure.Text, $"'{Shown.Text(text)}' is no time from 1ms to seven days. Write 90s, 5m, 2h, 500ms or 00:05:00.");
    }
}

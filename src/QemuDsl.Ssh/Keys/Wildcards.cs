namespace QemuDsl.Ssh;

/// <summary>Patterns of OpenSSH: <c>*</c> is any text, <c>?</c> any character; case does not count.</summary>
internal static class Wildcards
{
    public static bool Match(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        // Where to go on after a star that took too little: linear in memory, never exponential in time.
        var (position, star, resume) = (0, -1, 0);
        for (var index = 0; index < text.Length;)
        {
            if (position < pattern.Length && (pattern[position] == '?' || char.ToLowerInvariant(pattern[position]) == char.ToLowerInvariant(text[index])))
            {
                position++;
                index++;
            }
            else if (position < pattern.Length && pattern[position] == '*')
            {
                star = position++;
                resume = index;
            }
            else if (star >= 0)
            {
                position = star + 1;
                index = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern[position..].IndexOfAnyExcept('*') < 0;
    }
}

namespace QemuDsl;

/// <summary>Text that UTF-8 can carry.</summary>
internal static class Surrogates
{
    /// <summary>Whether no surrogate stands alone.</summary>
    public static bool AreWhole(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogate(text[index]) && !(index + 1 < text.Length && char.IsSurrogatePair(text[index], text[++index])))
            {
                return false;
            }
        }

        return true;
    }
}

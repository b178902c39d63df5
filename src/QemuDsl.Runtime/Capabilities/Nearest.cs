namespace QemuDsl.Runtime;

/// <summary>Finds what somebody meant who misspelled a name.</summary>
internal static class Nearest
{
    /// <summary>The name with the fewest differences, if they are few for its length; null when none is near.</summary>
    public static string? To(string name, IEnumerable<string> known) => known
        .Select(other => (Name: other, Distance: Distance(name, other)))
        .Where(found => found.Distance <= Math.Max(1, Math.Min(name.Length, 12) / 4))
        .OrderBy(static found => found.Distance)
        .ThenBy(static found => found.Name, StringComparer.Ordinal)
        .Select(static found => found.Name)
        .FirstOrDefault();

    // Levenshtein's; what differs much in length is not worth the work, and a name from outside may be long.
    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 3)
        {
            return int.MaxValue;
        }

        var above = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= left.Length; row++)
        {
            var diagonal = above[0];
            above[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = diagonal + (left[row - 1] == right[column - 1] ? 0 : 1);
                diagonal = above[column];
                above[column] = Math.Min(replaced, 1 + Math.Min(above[column], above[column - 1]));
            }
        }

        return above[right.Length];
    }
}

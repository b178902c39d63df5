namespace QemuDsl.Ssh;

/// <summary>One line of a file of known hosts.</summary>
/// <param name="Marker"><c>@revoked</c>, <c>@cert-authority</c>, or empty.</param>
/// <param name="Hosts">The hosts it speaks of.</param>
/// <param name="Type">The type of the key.</param>
/// <param name="Key">The key.</param>
/// <param name="Place">File and line.</param>
internal sealed record KnownHostLine(string Marker, string Hosts, string Type, byte[] Key, string Place)
{
    public const string Revoked = "@revoked";
    public const string Authority = "@cert-authority";

    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>Reads a line; null for a comment and for what OpenSSH passes over, too.</summary>
    public static KnownHostLine? Parse(string line, string place)
    {
        var fields = line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 0 || fields[0][0] == '#')
        {
            return null;
        }

        var marked = fields[0][0] == '@' ? 1 : 0;
        if (fields.Length < marked + 3)
        {
            return null;
        }

        var key = new byte[fields[marked + 2].Length];
        return Convert.TryFromBase64String(fields[marked + 2], key, out var length)
            ? new KnownHostLine(marked == 1 ? fields[0] : "", fields[marked], fields[marked + 1], key[..length], place)
            : null;
    }
}

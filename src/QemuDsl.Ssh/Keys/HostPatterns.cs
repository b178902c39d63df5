using System.Security.Cryptography;
using System.Text;

namespace QemuDsl.Ssh;

/// <summary>The first field of a line of known hosts: names, patterns with <c>*</c>, <c>?</c> and <c>!</c>, or one hashed name.</summary>
internal static class HostPatterns
{
    private const string HashMark = "|1|";

    /// <summary>Whether the field speaks of a host, named as <see cref="KnownHosts.NameOf"/> does.</summary>
    public static bool Match(string field, string name)
    {
        if (field.StartsWith(HashMark, StringComparison.Ordinal))
        {
            return IsHashOf(field, name);
        }

        var matched = false;
        foreach (var pattern in field.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var negated = pattern[0] == '!';
            if (Wildcards.Match(negated ? pattern.AsSpan(1) : pattern, name))
            {
                if (negated)
                {
                    return false;
                }

                matched = true;
            }
        }

        return matched;
    }

    private static bool IsHashOf(string field, string name)
    {
        if (field[HashMark.Length..].Split('|') is not [var saltText, var hashText])
        {
            return false;
        }

        var (salt, hash) = (new byte[20], new byte[20]);
        if (!Convert.TryFromBase64String(saltText, salt, out var saltLength) || !Convert.TryFromBase64String(hashText, hash, out var hashLength))
        {
            return false;
        }

#pragma warning disable CA5350 // The format of OpenSSH; it hides names, it protects nothing.
        var expected = HMACSHA1.HashData(salt.AsSpan(0, saltLength), Encoding.UTF8.GetBytes(name));
#pragma warning restore CA5350
        return hash.AsSpan(0, hashLength).SequenceEqual(expected);
    }
}

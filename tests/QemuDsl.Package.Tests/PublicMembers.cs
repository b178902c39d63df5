using System.Text.RegularExpressions;
using QemuDsl.TestKit;

namespace QemuDsl.Package.Tests;

/// <summary>Types and members that the packages offer, as the snapshots of their public APIs have them.</summary>
internal sealed partial class PublicMembers
{
    private readonly Dictionary<string, HashSet<string>> _members = [];
    private readonly Dictionary<string, string[]> _bases = [];

    public PublicMembers()
    {
        foreach (var file in Directory.EnumerateFiles(Checkout.File("tests"), "PublicApi*.verified.txt", SearchOption.AllDirectories).Where(static file => !file.Contains("/bin/", StringComparison.Ordinal)))
        {
            Read(File.ReadLines(file));
        }
    }

    /// <summary>Whether there is a type <c>Name</c> or a member of any, or a type with a member of its own or its base: <c>Name.Member</c>.</summary>
    public bool Has(string name) => name.Split('.') switch
    {
        [var type, var member] => HasMember(type, member),
        _ => _members.ContainsKey(name) || _members.Values.Any(members => members.Contains(name)),
    };

    private bool HasMember(string type, string member)
    {
        // A record compares itself with its like, so that its name is among what it is derived from.
        var seen = new HashSet<string>();
        var ahead = new Queue<string>([type]);
        while (ahead.TryDequeue(out var one))
        {
            if (!seen.Add(one) || !_members.TryGetValue(one, out var members))
            {
                continue;
            }

            if (members.Contains(member))
            {
                return true;
            }

            foreach (var derived in _bases[one])
            {
                ahead.Enqueue(derived);
            }
        }

        return false;
    }

    private void Read(IEnumerable<string> lines)
    {
        HashSet<string> members = [];
        foreach (var line in lines)
        {
            if (Header().Match(line) is { Success: true } header)
            {
                var type = header.Groups[1].Value;
                members = _members.TryGetValue(type, out var known) ? known : _members[type] = [];
                _bases[type] = [.. Word().Matches(header.Groups[2].Value).Select(static match => match.Value), .. _bases.GetValueOrDefault(type, [])];
            }
            else if (Member().Match(line) is { Success: true } member)
            {
                members.Add(member.Groups[1].Value);
            }
        }
    }

    [GeneratedRegex(@"^\s*public [^(=]*?\b(?:class|struct|interface|enum) (\w+)(.*)$")]
    private static partial Regex Header();

    // A property, a method, a field, or a word of an enumeration.
    [GeneratedRegex(@"^ {8,}(?:[^({=\[]* )?(\w+)(?:<[^({=]*>)?(?: \{|\(| = |;)")]
    private static partial Regex Member();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}

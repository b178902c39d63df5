using System.Globalization;

namespace QemuDsl.Ssh;

/// <summary>The files of known hosts, as OpenSSH reads them.</summary>
internal sealed class KnownHosts(IReadOnlyList<KnownHostLine> lines)
{
    private const int StandardPort = 22;

    public static KnownHosts Read(IEnumerable<string> files) => new([.. files.Where(File.Exists).SelectMany(ReadFile)]);

    /// <summary>How files name a host: <c>host</c>, or <c>[host]:port</c> when the port is another than 22.</summary>
    public static string NameOf(string host, int port) => port == StandardPort ? host : string.Create(CultureInfo.InvariantCulture, $"[{host}]:{port}");

    /// <summary>What the files say about a key of a host; <paramref name="line"/> is the one that decides.</summary>
    public HostKeyVerdict Judge(string host, int port, OfferedKey key, out KnownHostLine? line)
    {
        var about = Of(host, port);
        line = about.FirstOrDefault(known => known.Marker == KnownHostLine.Revoked && (known.Key.AsSpan().SequenceEqual(key.Blob) || IsAuthority(known, key)));
        if (line is not null)
        {
            return HostKeyVerdict.Revoked;
        }

        line = about.FirstOrDefault(known => known.Marker.Length == 0 && known.Key.AsSpan().SequenceEqual(key.Blob))
            ?? about.FirstOrDefault(known => known.Marker == KnownHostLine.Authority && IsAuthority(known, key));
        if (line is not null)
        {
            return HostKeyVerdict.Known;
        }

        // A line of an authority speaks of certificates only: a plain key contradicts none.
        line = about.FirstOrDefault(static known => known.Marker.Length == 0);
        return line is null ? HostKeyVerdict.Unknown : HostKeyVerdict.Changed;
    }

    /// <summary>Types of the keys known for a host; a host must not be asked for another one, or its key would look changed.</summary>
    public IReadOnlySet<string> TypesOf(string host, int port) =>
        Of(host, port).Where(static known => known.Marker.Length == 0).Select(static known => known.Type).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a host may show a certificate.</summary>
    public bool HasAuthorityFor(string host, int port) => Of(host, port).Any(static known => known.Marker == KnownHostLine.Authority);

    private List<KnownHostLine> Of(string host, int port)
    {
        var name = NameOf(host, port);
        return [.. lines.Where(line => HostPatterns.Match(line.Hosts, name))];
    }

    private static bool IsAuthority(KnownHostLine known, OfferedKey key) => key.Authority is not null && known.Key.AsSpan().SequenceEqual(key.Authority);

    private static IEnumerable<KnownHostLine> ReadFile(string file) =>
        File.ReadLines(file).Select((text, index) => KnownHostLine.Parse(text, $"{file}:{index + 1}")).OfType<KnownHostLine>();
}

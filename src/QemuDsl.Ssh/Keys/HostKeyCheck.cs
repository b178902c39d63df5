using System.Text;
using Renci.SshNet;
using Renci.SshNet.Common;
using Renci.SshNet.Security;

namespace QemuDsl.Ssh;

/// <summary>Decides on the key a host shows, and keeps the reason of a refusal.</summary>
internal sealed class HostKeyCheck(string host, int port, IReadOnlyList<string> files, HostKeyPolicy policy, TimeProvider time)
{
    private readonly KnownHosts _known = KnownHosts.Read(files);

    /// <summary>Why the key was refused; null when it was not.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Lets the host show only keys of the types that are known of it.</summary>
    public void Narrow(ConnectionInfo connection)
    {
        var types = _known.TypesOf(host, port);

        // SSH.NET 2026.0.0 prefers certificates, and looks up in the same list how an authority signs: with one, all must stay.
        if (types.Count == 0 || _known.HasAuthorityFor(host, port))
        {
            return;
        }

        foreach (var algorithm in connection.HostKeyAlgorithms.Keys.Where(algorithm => !types.Contains(TypeOf(algorithm))).ToList())
        {
            connection.HostKeyAlgorithms.Remove(algorithm);
        }
    }

    /// <summary>Handles the event of the client.</summary>
    public void Received(object? sender, HostKeyEventArgs received)
    {
        var key = new OfferedKey(received.HostKey, ValidAuthority(received.Certificate));
        var verdict = _known.Judge(host, port, key, out var line);
        if (verdict == HostKeyVerdict.Unknown && policy == HostKeyPolicy.AcceptNew && received.Certificate is null)
        {
            Remember(received.HostKey);
            verdict = HostKeyVerdict.Known;
        }

        received.CanTrust = verdict == HostKeyVerdict.Known;
        Refusal = received.CanTrust ? null : Explain(verdict, received, line);
    }

    // The signature algorithm rsa-sha2-512 belongs to the key type ssh-rsa.
    private static string TypeOf(string algorithm) => algorithm.StartsWith("rsa-sha2-", StringComparison.Ordinal) ? "ssh-rsa" : algorithm;

    private byte[]? ValidAuthority(Certificate? certificate)
    {
        if (certificate is not { Type: Certificate.CertificateType.Host })
        {
            return null;
        }

        var now = time.GetUtcNow();
        var names = certificate.ValidPrincipals;
        return now >= certificate.ValidAfter && now < certificate.ValidBefore && names.Contains(host) && certificate.CriticalOptions.Count == 0
            ? certificate.CertificateAuthorityKey
            : null;
    }

    private string Explain(HostKeyVerdict verdict, HostKeyEventArgs received, KnownHostLine? line)
    {
        var shown = $"{received.HostKeyName} SHA256:{received.FingerPrintSHA256}";
        var name = KnownHosts.NameOf(host, port);
        var first = files.Count > 0 ? files[0] : "~/.ssh/known_hosts";
        return verdict switch
        {
            HostKeyVerdict.Revoked => $"{name} shows a key that {line!.Place} revokes ({shown}). Somebody may be in between; ask who runs the host.",
            HostKeyVerdict.Changed =>
                $"{name} shows another key ({shown}) than {line!.Place} knows. Somebody may be in between. If the host was set up anew, compare the fingerprint and "
                + $"run 'ssh-keygen -R {name}'.",
            _ => $"the key of {name} is not known ({shown}). Compare the fingerprint with the one the host's console shows, then run "
                + $"'ssh-keyscan -p {port} {host} >> {first}', or choose HostKeyPolicy.AcceptNew.",
        };
    }

    // One write that appends: two programs that meet here lose no line of each other, which a new file moved into place would.
    private void Remember(byte[] blob)
    {
        var type = Encoding.ASCII.GetString(blob, 4, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(blob));
        Directory.CreateDirectory(Path.GetDirectoryName(files[0])!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var options = new FileStreamOptions
        {
            Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite, BufferSize = 0,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using var file = new FileStream(files[0], options);
        file.Write(Encoding.UTF8.GetBytes($"{KnownHosts.NameOf(host, port)} {type} {Convert.ToBase64String(blob)}\n"));
    }
}

using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace QemuDsl.Ssh;

/// <summary>A socket of a host, joined to a channel by whatever program the host has for that; SSH.NET forwards no UNIX sockets.</summary>
internal sealed class RemoteSocket
{
    // A peer that speaks first may be heard before the line that tells of the connection; not for ever.
    private const int MostEarly = 16 * 1024 * 1024;

    // TCP would let any user of the host drive the VM. QEMU's own stdio would need no program at all, and is the user's (-nographic, -serial stdio).
    // A line with the mark $3 tells that somebody listens, with $2 = wait that it is connected: QEMU throws away what a console says before.
    // With $2 = wait it looks until somebody listens, or until it is no longer asked for: the end of its input says so. socat starts in a tenth of
    // python's time, but neither it nor nc says when it is connected, or sees that end: they are taken where the kernel lists who listens, for which
    // is looked as long as the run directory is there, which comes within seconds, and a process beside them looks there for the connection (state
    // 03, from accept() on; for ten seconds at least, another kernel may not list that). What is not listed (another network namespace) is left to the others.
    private const string Join =
        """
        line='
        '
        has() { command -v "$1" >/dev/null 2>&1; }
        listens() { [ -S "$1" ] && case "$(grep ' 00010000 ' /proc/net/unix)$line" in *" $1$line"*) ;; *) false ;; esac; }
        joins() {
            turns=0 sights=0
            until listens "$1"; do
                [ "$2" = wait ] || return 1
                if [ -S "$1" ]; then sights=$((sights + 1)); [ $sights -lt 20 ] || return 1; fi
                turns=$((turns + 1))
                [ -d "${1%/*}" ] || [ $turns -lt 500 ] || return 1
                sleep 0.01
            done
            if [ "$2" = wait ]; then ( tell "$@" & ); else echo "$3"; fi
        }
        accepted() { case "$(grep ' 0001 03 ' /proc/net/unix)$line" in *" $1$line"*) ;; *) false ;; esac; }
        tell() {
            turns=0
            until accepted "$1" || [ $turns -gt 2000 ]; do
                kill -0 $$ 2>/dev/null || return 0
                turns=$((turns + 1))
                sleep 0.005
            done
            echo "$3"
        }
        other=''
        if has python3 || has perl; then other=yes; fi
        if [ "$2" != tcp ]; then
            case $1 in *[,:!\"\\]*) ;; *) if has socat && joins "$@"; then exec socat - "UNIX-CONNECT:$1"; fi ;; esac
            if [ -z "$other" ] && has nc; then
                case "$(nc -h 2>&1)" in *-N[!a-z]*-U[!a-z]*) if joins "$@"; then exec nc -N -U "$1"; fi ;; esac
            fi
        fi
        if has python3; then
            exec python3 -c '
        import os, select, socket, sys, threading
        while True:
            try:
                if sys.argv[2] == "tcp": s = socket.create_connection((sys.argv[1], int(sys.argv[4])))
                else: s = socket.socket(socket.AF_UNIX); s.connect(sys.argv[1])
                break
            except OSError as e:
                if sys.argv[2] != "wait":
                    sys.stderr.write(str(e)); sys.exit(4)
            if select.select([0], [], [], 0.005)[0]: sys.exit(4)
        os.write(1, sys.argv[3].encode() + b"\n")
        def give():
            try:
                while True:
                    b = os.read(0, 65536)
                    if not b: break
                    s.sendall(b)
                s.shutdown(socket.SHUT_WR)
            except OSError: pass
        threading.Thread(target=give, daemon=True).start()
        while True:
            b = s.recv(65536)
            if not b: break
            while b: b = b[os.write(1, b):]
        ' "$@"
        elif has perl; then
            exec perl -e '
        use IO::Socket::UNIX; use IO::Socket::IP; use IO::Select;
        my $s; my $i = IO::Select->new(\*STDIN);
        until ($s = $ARGV[1] eq "tcp" ? IO::Socket::IP->new(PeerHost => $ARGV[0], PeerPort => $ARGV[3]) : IO::Socket::UNIX->new(Peer => $ARGV[0])) {
            if ($ARGV[1] ne "wait") { print STDERR "$!"; exit 4 }
            exit 4 if $i->can_read(0.005);
        }
        syswrite STDOUT, "$ARGV[2]\n";
        my $w = IO::Select->new($s, \*STDIN); my $b;
        L: while (my @r = $w->can_read) { for my $h (@r) {
            my $n = sysread($h, $b, 65536);
            if ($h == $s) { last L unless $n; my $o = 0; $o += syswrite(STDOUT, $b, $n - $o, $o) while $o < $n; }
            elsif (!$n) { $w->remove($h); shutdown($s, 1); }
            else { my $o = 0; $o += syswrite($s, $b, $n - $o, $o) while $o < $n; }
        } }' "$@"
        elif [ "$2" = tcp ]; then
            # A port where nobody listens would look open.
            echo "python3 or perl is needed to reach a TCP port" >&2; exit 5
        elif has socat || has nc; then
            echo "socat and nc see nobody who listens there" >&2; exit 4
        fi
        echo "socat, python3, perl or OpenBSD's nc is needed to reach a UNIX socket" >&2; exit 5
        """;

    private readonly byte[] _mark;

    private RemoteSocket(string place, string path, string mode, params string[] more)
    {
        var mark = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _mark = Encoding.ASCII.GetBytes(mark + "\n");
        Place = place;
        Command = new HostCommand("sh", ["-c", Join, "qemu-dsl", path, mode, mark, .. more]);
    }

    public string Place { get; }

    /// <summary>What joins it to a channel.</summary>
    public HostCommand Command { get; }

    public static RemoteSocket Tcp(string address, int port) =>
        new($"{address} port {port}", address, "tcp", port.ToString(CultureInfo.InvariantCulture));

    public static RemoteSocket Unix(string path, bool wait) => new(path, path, wait ? "wait" : "now");

    /// <summary>The socket as a stream, once it is connected.</summary>
    public async Task<Stream> OpenAsync(string host, IHostProcess process, CancellationToken cancellationToken)
    {
        try
        {
            if (await ReadMarkAsync(host, process.Stdout, cancellationToken).ConfigureAwait(false) is { } early)
            {
                return new ProcessStream(process, early);
            }

            using var reader = new StreamReader(process.Stderr, leaveOpen: true);
            var reason = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            throw new HostException(host, $"nobody listens at {Place}: {reason.Trim()}.");
        }
        catch
        {
            await process.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // What came around the mark; null when the end came before it.
    private async Task<byte[]?> ReadMarkAsync(string host, Stream stdout, CancellationToken cancellationToken)
    {
        var seen = new List<byte>();
        var buffer = new byte[4096];
        while (await stdout.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            var from = Math.Max(0, seen.Count - _mark.Length);
            seen.AddRange(buffer.AsSpan(0, count));
            if (CollectionsMarshal.AsSpan(seen)[from..].IndexOf(_mark) is >= 0 and var at)
            {
                seen.RemoveRange(from + at, _mark.Length);
                return [.. seen];
            }

            if (seen.Count > MostEarly)
            {
                throw new HostException(host, $"{Place} says more than {MostEarly} bytes, and the host does not tell that it is connected.");
            }
        }

        return null;
    }
}

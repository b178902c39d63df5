using System.Globalization;

namespace QemuDsl.Ssh;

/// <summary>A UNIX socket or TCP port that a host reaches, joined to a channel by whatever program the host has for that; SSH.NET forwards no UNIX sockets.</summary>
internal static class RemoteSocket
{
    // The first line tells that somebody listens. TCP would let any user of the host drive the VM.
    // With $2 = wait it looks until somebody does, or until it is no longer asked for: the end of its input says so. Only socat cannot see
    // that; it looks for as long as the run directory is there, which comes within seconds. With a number as $2 it is a TCP port of the
    // address $1; socat, which says nothing once it is connected, would call a port open that is not.
    private const string Join =
        """
        if command -v python3 >/dev/null 2>&1; then
            exec python3 -c '
        import os, select, socket, sys, threading
        a, m = sys.argv[1:]
        f = socket.AF_UNIX if not m.isdigit() else socket.AF_INET6 if ":" in a else socket.AF_INET
        s = socket.socket(f)
        while True:
            try:
                s.connect((a, int(m)) if m.isdigit() else a); break
            except OSError as e:
                if m != "wait":
                    sys.stderr.write(str(e)); sys.exit(4)
            if select.select([0], [], [], 0.005)[0]: sys.exit(4)
        os.write(1, b"connected\n")
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
        ' "$1" "$2"
        elif command -v perl >/dev/null 2>&1; then
            exec perl -e '
        use IO::Socket::UNIX; use IO::Socket::IP; use IO::Select;
        my $s; my $i = IO::Select->new(\*STDIN); my ($a, $m) = @ARGV;
        until ($s = $m =~ /^\d/ ? IO::Socket::IP->new(PeerHost => $a, PeerPort => $m) : IO::Socket::UNIX->new(Peer => $a)) {
            if ($m ne "wait") { print STDERR "$!"; exit 4 }
            exit 4 if $i->can_read(0.005);
        }
        syswrite STDOUT, "connected\n";
        my $w = IO::Select->new($s, \*STDIN); my $b;
        L: while (my @r = $w->can_read) { for my $h (@r) {
            my $n = sysread($h, $b, 65536);
            if ($h == $s) { last L unless $n; my $o = 0; $o += syswrite(STDOUT, $b, $n - $o, $o) while $o < $n; }
            elsif (!$n) { $w->remove($h); shutdown($s, 1); }
            else { my $o = 0; $o += syswrite($s, $b, $n - $o, $o) while $o < $n; }
        } }' "$1" "$2"
        elif [ "$2" -gt 0 ] 2>/dev/null; then
            echo "python3 or perl is needed to reach a TCP port" >&2; exit 5
        elif command -v socat >/dev/null 2>&1; then
            turns=0
            while [ "$2" = wait ] && ! [ -S "$1" ] && { [ -d "${1%/*}" ] || [ $turns -lt 500 ]; }; do sleep 0.01; turns=$((turns + 1)); done
            [ -S "$1" ] || { echo "no such socket" >&2; exit 4; }
            case $1 in *[,:!\"\\]*) echo "socat cannot name this path" >&2; exit 4 ;; esac
            echo connected; exec socat - "UNIX-CONNECT:$1"
        fi
        echo "python3, perl or socat is needed to reach a UNIX socket" >&2; exit 5
        """;

    public static HostCommand Command(string path, bool wait) => new("sh", ["-c", Join, "qemu-dsl", path, wait ? "wait" : "now"]);

    public static HostCommand TcpCommand(string address, int port) =>
        new("sh", ["-c", Join, "qemu-dsl", address, port.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>The socket as a stream, once somebody listens.</summary>
    public static async Task<Stream> OpenAsync(string host, string path, IHostProcess process, CancellationToken cancellationToken)
    {
        try
        {
            var line = new byte["connected\n".Length];
            if (await process.Stdout.ReadAtLeastAsync(line, line.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) == line.Length)
            {
                return new ProcessStream(process);
            }

            using var reader = new StreamReader(process.Stderr, leaveOpen: true);
            var reason = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            throw new HostException(host, $"nobody listens at {path}: {reason.Trim()}.");
        }
        catch
        {
            await process.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}

namespace QemuDsl.Ssh;

/// <summary>A socket of a host, joined to a channel by whatever program the host has for that; SSH.NET forwards no UNIX sockets.</summary>
internal static class RemoteSocket
{
    // The first line tells that somebody listens. TCP would let any user of the host drive the VM. QEMU's own stdio would need no program at all, and is
    // the user's (-nographic, -serial stdio).
    // With $2 = wait it looks until somebody does, or until it is no longer asked for: the end of its input says so. socat starts in a tenth of python's
    // time, but neither it nor nc says when it is connected, or sees that end: they are taken where the kernel lists who listens, for which is
    // looked as long as the run directory is there, which comes within seconds. What it does not list (another network namespace) is left to the others.
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
            echo connected
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
                if sys.argv[2] == "tcp": s = socket.create_connection((sys.argv[1], int(sys.argv[3])))
                else: s = socket.socket(socket.AF_UNIX); s.connect(sys.argv[1])
                break
            except OSError as e:
                if sys.argv[2] != "wait":
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
        ' "$@"
        elif has perl; then
            exec perl -e '
        use IO::Socket::UNIX; use IO::Socket::IP; use IO::Select;
        my $s; my $i = IO::Select->new(\*STDIN);
        until ($s = $ARGV[1] eq "tcp" ? IO::Socket::IP->new(PeerHost => $ARGV[0], PeerPort => $ARGV[2]) : IO::Socket::UNIX->new(Peer => $ARGV[0])) {
            if ($ARGV[1] ne "wait") { print STDERR "$!"; exit 4 }
            exit 4 if $i->can_read(0.005);
        }
        syswrite STDOUT, "connected\n";
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

    public static HostCommand Tcp(string address, int port) =>
        new("sh", ["-c", Join, "qemu-dsl", address, "tcp", port.ToString(System.Globalization.CultureInfo.InvariantCulture)]);

    public static HostCommand Unix(string path, bool wait) => new("sh", ["-c", Join, "qemu-dsl", path, wait ? "wait" : "now"]);

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

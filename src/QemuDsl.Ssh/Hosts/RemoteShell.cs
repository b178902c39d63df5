using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace QemuDsl.Ssh;

/// <summary>Small scripts on a host. Values are arguments of the script, never part of its text.</summary>
internal sealed class RemoteShell(SshHost host, bool sudo)
{
    // As LocalHost chooses: in a directory that others can write, one of this name may be a trap of theirs.
    private const string FindRunRoot =
        """
        umask 077
        try() {
            mkdir -p -- "$1" 2>/dev/null
            [ -d "$1" ] && [ ! -L "$1" ] && [ -O "$1" ] && [ -w "$1" ] && case "$(ls -ld -- "$1")" in drwx------*) ;; *) false ;; esac && printf '%s\n' "$1"
        }
        if [ -n "$1" ]; then
            try "$1" && exit 0
            echo "$1 cannot be made, or is open to other users; run 'chmod 700' on it or choose another" >&2; exit 1
        fi
        { [ -n "${XDG_RUNTIME_DIR-}" ] && try "$XDG_RUNTIME_DIR/qemu-dsl"; } || try /run/qemu-dsl || try "${TMPDIR:-/tmp}/qemu-dsl-$(id -un)" && exit 0
        echo "neither XDG_RUNTIME_DIR nor /run nor the temporary directory can hold one" >&2; exit 1
        """;

    private readonly ConcurrentDictionary<string, string> _programs = new(StringComparer.Ordinal);

    public async Task<string?> FindProgramAsync(string program, CancellationToken cancellationToken)
    {
        if (_programs.TryGetValue(program, out var known))
        {
            return known;
        }

        const string Find = "case $1 in */*) p=$1 ;; *) p=$(command -v -- \"$1\") || exit 3 ;; esac; [ -f \"$p\" ] && [ -x \"$p\" ] || exit 3; printf %s \"$p\"";
        var (code, output, _) = await RunAsync(Find, [program], default, cancellationToken).ConfigureAwait(false);
        return code == 0 ? _programs.GetOrAdd(program, output) : null;
    }

    public async Task<string> FindRunRootAsync(string? root, CancellationToken cancellationToken)
    {
        var (code, output, errors) = await RunAsync(FindRunRoot, [root ?? ""], default, cancellationToken).ConfigureAwait(false);
        return code == 0
            ? output.TrimEnd('\n')
            : throw new HostException(host.Name, $"no run directory can be made: {errors.Trim()}. Set SshHostOptions.RunRoot to a directory of your own there.");
    }

    public async Task WriteFileAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        // Counted: a connection that breaks looks like the end.
        const string Write = "umask 077; [ ! -d \"$1\" ] || { echo 'it is a directory' >&2; exit 3; }; cat >\"$1.part\" && [ \"$(wc -c <\"$1.part\")\" -eq \"$2\" ] && mv -f -- \"$1.part\" \"$1\"";
        var length = content.Length.ToString(CultureInfo.InvariantCulture);
        var (code, _, errors) = await RunAsync(Write, [path, length], content, cancellationToken).ConfigureAwait(false);
        if (code != 0)
        {
            throw new HostException(host.Name, $"{path} cannot be written: {errors.Trim()}.");
        }
    }

    public async Task<string?> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        var (code, output, _) = await RunAsync("[ -e \"$1\" ] || exit 3; cat -- \"$1\" 2>/dev/null", [path], default, cancellationToken).ConfigureAwait(false);
        return code == 0 ? output : null;
    }

    public async Task<byte[]?> ReadBytesAsync(string path, int limit, CancellationToken cancellationToken)
    {
        // Base64: what comes back is read as text. One byte more than allowed tells a file that is too large.
        const string Read = "[ -e \"$1\" ] || exit 3; head -c \"$2\" -- \"$1\" | base64";
        var most = (limit + 1L).ToString(CultureInfo.InvariantCulture);
        var (code, output, errors) = await RunAsync(Read, [path, most], default, cancellationToken).ConfigureAwait(false);
        if (code == 3)
        {
            return null;
        }

        var bytes = code == 0 && errors.Length == 0
            ? Convert.FromBase64String(output)
            : throw new HostException(host.Name, $"{path} cannot be read: {errors.Trim()}.");
        return bytes.Length <= limit ? bytes : throw new HostException(host.Name, $"{path} has more than {limit} bytes.");
    }

    public Task KillAsync(int pid, long startTime, CancellationToken cancellationToken) =>
        KillAsync("process", pid, startTime, cancellationToken);

    /// <summary>Kills a process and, where it leads its group, what it has started and has not left that.</summary>
    public Task KillGroupAsync(RemoteProcess process, CancellationToken cancellationToken) =>
        KillAsync("group", process.Pid, process.StartTime, cancellationToken);

    public async Task<(int Code, string Output, string Errors)> RunAsync(
        string script, string[] arguments, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        var command = new HostCommand("sh", ["-c", script, "qemu-dsl", .. arguments]);
        var process = await host.StartProcessAsync(command, cancellationToken).ConfigureAwait(false);
        await using (process.ConfigureAwait(false))
        {
            var output = TextAsync(process.Stdout, cancellationToken);
            var errors = TextAsync(process.Stderr, cancellationToken);
            try
            {
                await process.Stdin.WriteAsync(input, cancellationToken).ConfigureAwait(false);
            }
            catch (IOException)
            {
                // It has ended, and its code and words tell why.
            }

            await process.Stdin.DisposeAsync().ConfigureAwait(false);
            var code = await process.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
            var (said, wrong) = (await output.ConfigureAwait(false), await errors.ConfigureAwait(false));
            return process.IsLost ? throw new HostException(host.Name, "the connection was lost.")
                : code != 0 && process is SshProcess { HasBegun: false } ? throw new HostException(host.Name, NeverBegan(code, wrong.Trim()))
                : (code, said, wrong);
        }
    }

    private string NeverBegan(int code, string errors)
    {
        var remedy = sudo
            ? "Let sudo run commands for this user without a password (sudoers: USER ALL=(ALL) NOPASSWD: ALL), or leave out SshHostOptions.Sudo"
            : "Its login shell must run commands, as 'ssh HOST true' shows";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"no command runs there for this user (exit code {code}): {(errors.Length > 0 ? errors : "no word on stderr")}. {remedy}.");
    }

    private Task<(int Code, string Output, string Errors)> KillAsync(string what, int pid, long startTime, CancellationToken cancellationToken)
    {
        // Field 22 of stat, counted behind the name in parentheses, which may hold blanks; the group is field 5.
        const string Kill =
            """
            pid=$1 start=$2 what=$3 turns=0 group=''
            runs() { s=$(cat "/proc/$pid/stat" 2>/dev/null) || return 1; set -- ${s##*) }; group=$3; [ "$1" != Z ] && [ "$1" != X ] && [ "${20}" = "$start" ]; }
            target() { if [ "$what" = group ] && [ "$group" = "$pid" ]; then echo "-$pid"; else echo "$pid"; fi; }
            runs && kill -KILL "$(target)" && while runs && [ $turns -lt 100 ]; do sleep 0.02; turns=$((turns + 1)); done
            exit 0
            """;
        return RunAsync(
            Kill, [pid.ToString(CultureInfo.InvariantCulture), startTime.ToString(CultureInfo.InvariantCulture), what], default, cancellationToken);
    }

    private static async Task<string> TextAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    }
}

namespace QemuDsl.Runtime;

/// <summary>Runs small shell programs on a host: one exec each, values as arguments, never spliced into the text.</summary>
internal sealed class HostShell(IVmHost host) : IShell
{
    public string HostName => host.Name;

    /// <summary>The command that runs one of the scripts of this assembly.</summary>
    public static HostCommand Command(string script, IEnumerable<string> arguments) =>
        new("/bin/sh", ["-c", Load(script), "qemu-dsl", .. arguments]);

    /// <summary>The text of one of them.</summary>
    public static string Load(string script)
    {
        using var stream = typeof(HostShell).Assembly.GetManifestResourceStream(script)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <inheritdoc/>
    public Task<HostResult> RunAsync(string script, IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(host, script, arguments, cancellationToken);

    /// <summary>Runs a script to its end.</summary>
    /// <exception cref="HostException">It could not be started, or printed without end.</exception>
    public static Task<HostResult> RunAsync(
        IVmHost host, string script, IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        host.RunAsync(Command(script, arguments), cancellationToken);
}

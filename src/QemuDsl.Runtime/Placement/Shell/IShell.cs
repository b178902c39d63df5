namespace QemuDsl.Runtime;

/// <summary>Where the small shell programs of this assembly run.</summary>
internal interface IShell
{
    string HostName { get; }

    /// <summary>Runs one to its end; its arguments stay arguments.</summary>
    /// <exception cref="HostException">It could not be started, or printed without end.</exception>
    Task<HostResult> RunAsync(string script, IEnumerable<string> arguments, CancellationToken cancellationToken);
}

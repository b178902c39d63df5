namespace QemuDsl.Runtime;

/// <summary>What a supervisor is to start.</summary>
/// <param name="Directory">The run directory, which it makes.</param>
/// <param name="Program">QEMU.</param>
/// <param name="Arguments">QEMU's arguments.</param>
internal sealed record SupervisorLaunch(string Directory, string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Whether QEMU's standard output is the guest's console.</summary>
    public bool Console { get; init; }

    /// <summary>Files to be written first.</summary>
    public IReadOnlyList<SecretFile> Secrets { get; init; } = [];

    /// <summary>Whether it takes requests until it is told to go.</summary>
    public bool Requests { get; init; }

    /// <summary>Whether QEMU connects to a socket of ours there, and the run directory is made; else QMP goes over the supervisor's own channel.</summary>
    public bool HasQmpSocket { get; init; }

    /// <summary>How long QEMU may live when its owner leaves it to itself; zero when it never does.</summary>
    public TimeSpan Lifetime { get; init; }

    /// <summary>The last properties of a JSON object and its end, in one line: what it is told by who looks for VMs.</summary>
    public ReadOnlyMemory<byte> State { get; init; } = "\"name\":null}"u8.ToArray();
}

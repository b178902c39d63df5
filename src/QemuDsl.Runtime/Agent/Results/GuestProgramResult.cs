using System.Text;

namespace QemuDsl.Runtime;

/// <summary>How a program of the guest ended and what it wrote.</summary>
public sealed record GuestProgramResult
{
    /// <summary>Its exit code; null when a signal ended it.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The signal that ended it (on Windows the exception's code); null when it ended by itself.</summary>
    public int? Signal { get; init; }

    /// <summary>What it wrote to stdout; the agent keeps 16 MiB of it.</summary>
    public ReadOnlyMemory<byte> OutputBytes { get; init; }

    /// <summary>What it wrote to stderr; the agent keeps 16 MiB of it.</summary>
    public ReadOnlyMemory<byte> ErrorBytes { get; init; }

    /// <summary>Whether the agent left out some of what it wrote.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>What it wrote to stdout, as text.</summary>
    public string Output => Encoding.UTF8.GetString(OutputBytes.Span);

    /// <summary>What it wrote to stderr, as text.</summary>
    public string Error => Encoding.UTF8.GetString(ErrorBytes.Span);
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace QemuDsl.Runtime;

/// <summary>Settings of <see cref="LocalHost"/>.</summary>
public sealed record LocalHostOptions
{
    /// <summary>
    /// Where run directories are made. When null: <c>$XDG_RUNTIME_DIR/qemu-dsl</c>, else <c>/run/qemu-dsl</c> where that can be written,
    /// else a directory of the user's own under the temporary directory.
    /// </summary>
    public string? RunRoot { get; init; }

    /// <summary>Where VMs started here log.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>Clock for deadlines.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}

namespace QemuDsl.Tests.Catalogue;

/// <summary>A command whose records show that real QEMU knows their keys.</summary>
/// <param name="Name">What test output calls it.</param>
/// <param name="Build">Makes the command; images, sockets and servers it needs go into the stage.</param>
internal sealed record Sample(string Name, Func<Stage, Task<IQemuCommand>> Build)
{
    /// <summary>A sample whose peers need no preparation.</summary>
    public Sample(string name, Func<Stage, IQemuCommand> build)
        : this(name, stage => Task.FromResult(build(stage)))
    {
    }

    /// <summary>The QEMU it runs on: <c>x86_64</c> or <c>aarch64</c>.</summary>
    public string Target { get; init; } = "x86_64";

    /// <summary>The first QEMU that has all its keys.</summary>
    public QemuVersion Since { get; init; } = new(7, 2);

    /// <summary>Why the unpacked, newer QEMU cannot run it; null when it can.</summary>
    public string? NotUnpacked { get; init; }

    /// <summary>
    /// Where this host cannot run it: what QEMU says after it has taken every key, as a regular expression. Null when it must run.
    /// </summary>
    public string? StopsAt { get; init; }

    /// <summary>Whether it depends on the host if QEMU stops there or runs.</summary>
    public bool MayRun { get; init; }

    public override string ToString() => Name;
}

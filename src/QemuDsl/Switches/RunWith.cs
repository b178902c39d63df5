namespace QemuDsl.Switches;

/// <summary>How QEMU's process lives (<c>-run-with</c>).</summary>
/// <remarks>Since QEMU 8.1.</remarks>
[Switch("-run-with")]
[Since("8.1")]
public sealed partial record RunWith
{
    /// <summary>Whether its memory is given back by a second process (<c>async-teardown</c>).</summary>
    public bool? AsyncTeardown { get; init; }

    /// <summary>Directory it locks itself into (<c>chroot</c>).</summary>
    [Since("9.0")]
    public string? Chroot { get; init; }

    /// <summary>User it becomes (<c>user</c>).</summary>
    [Since("9.1")]
    public string? User { get; init; }

    /// <summary>Whether it ends with the process that started it (<c>exit-with-parent</c>).</summary>
    [Since("10.2")]
    public bool? ExitWithParent { get; init; }
}

namespace QemuDsl.Switches;

/// <summary>How QEMU runs as a process (<c>-run-with</c>).</summary>
[Switch("-run-with")]
[Since("8.1")]
public sealed partial record RunWith
{
    /// <summary>Whether a helper gives the memory back after the end (<c>async-teardown</c>).</summary>
    public bool? AsyncTeardown { get; init; }

    /// <summary>Directory that becomes the root before the guest starts (<c>chroot</c>).</summary>
    public string? Chroot { get; init; }

    /// <summary>Whether QEMU ends with the process that started it (<c>exit-with-parent</c>).</summary>
    [Since("10.2")]
    public bool? ExitWithParent { get; init; }

    /// <summary>User it becomes before the guest starts, as name or <c>uid:gid</c> (<c>user</c>).</summary>
    [Since("9.1")]
    public string? User { get; init; }
}

namespace QemuDsl.Nfv;

/// <summary>What a guest keeps of its root, which is the host's (<c>cache=</c> of Linux, Documentation/filesystems/9p.rst).</summary>
public enum RootCache
{
    /// <summary>Files and names as they were when the guest first saw them, which it reads once. Programs start three times faster than with <see cref="None"/>.</summary>
    Loose,

    /// <summary>Nothing: what changes on the host is seen at once.</summary>
    None,
}

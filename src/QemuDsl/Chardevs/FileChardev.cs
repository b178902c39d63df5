namespace QemuDsl.Chardevs;

/// <summary>A file that takes what the guest writes (<c>-chardev file</c>).</summary>
[Chardev("file")]
public sealed partial record FileChardev : LoggedChardev
{
    /// <summary>The file (<c>path</c>).</summary>
    public required string Path { get; init; }

    /// <summary>Whether the file is kept from the last run (<c>append</c>).</summary>
    public bool? Append { get; init; }

    /// <summary>File the guest reads from (<c>input-path</c>).</summary>
    [Since("8.1")]
    public string? InputPath { get; init; }
}

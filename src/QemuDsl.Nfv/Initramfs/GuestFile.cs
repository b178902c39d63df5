using System.Text;

namespace QemuDsl.Nfv;

/// <summary>A file in the guest, as bytes with a mode and an owner.</summary>
/// <param name="Path">Where it is: absolute, with <c>/</c>, below a directory that is memory in the guest, such as <c>/run</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record GuestFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>Its permissions; 0644 when nothing else is said.</summary>
    public UnixFileMode Mode { get; init; } =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Number of the user it belongs to; root when nothing else is said.</summary>
    public int Owner { get; init; }

    /// <summary>Number of the group it belongs to; root's when nothing else is said.</summary>
    public int Group { get; init; }

    /// <summary>A file of text, in UTF-8.</summary>
    public static GuestFile OfText(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    /// <exception cref="ArgumentException">It is no file that can be put into a guest.</exception>
    internal void Check()
    {
        if (!Path.StartsWith('/') || Path[1..].Split('/').Any(static part => part is "" or "." or ".."))
        {
            throw new ArgumentException($"'{Path}' is no path of a file in the guest. Write it from the root on, without '.' and '..', such as /run/data/file.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(Owner);
        ArgumentOutOfRangeException.ThrowIfNegative(Group);
    }

    internal GuestFile Executable() => this with
    {
        Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute,
    };
}

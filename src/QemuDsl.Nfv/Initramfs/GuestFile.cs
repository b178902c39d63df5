using System.Text;

namespace QemuDsl.Nfv;

/// <summary>A file in the guest, as bytes with a mode; it belongs to root.</summary>
/// <param name="Path">Where it is: absolute, with <c>/</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record GuestFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>Its permissions; 0644 when nothing else is said.</summary>
    public UnixFileMode Mode { get; init; } =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>A file of text, in UTF-8.</summary>
    public static GuestFile OfText(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    internal GuestFile Executable() => this with
    {
        Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute,
    };
}

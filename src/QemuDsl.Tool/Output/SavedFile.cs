namespace QemuDsl.Tool.Output;

/// <summary>A file that was written.</summary>
/// <param name="File">Its path.</param>
/// <param name="Bytes">How long it is.</param>
internal sealed record SavedFile(string File, long Bytes);

using System.Text.Json;

namespace QemuDsl.Automation;

/// <summary>
/// A whole VM as JSON, without any assembly: <c>machine</c>, <c>memory</c>, <c>cpus</c>, <c>cpu</c>, <c>accelerator</c>, <c>objects</c>,
/// <c>blockdevs</c>, <c>drives</c>, <c>netdevs</c>, <c>chardevs</c>, <c>devices</c>, <c>arguments</c>, <c>program</c>, <c>readyWhen</c>. Records are QEMU's own JSON
/// with back ends in place of their ids, and are checked like those of C#.
/// </summary>
/// <param name="Source">The file, or what messages call it.</param>
public sealed record JsonDescription(string Source) : VmDescription
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The JSON; read from the file <see cref="Source"/> when null.</summary>
    public string? Content { get; init; }

    /// <inheritdoc/>
    public override async Task<DescribedVm> LoadAsync(CancellationToken cancellationToken = default)
    {
        var text = Content ?? await DescriptionFile.ReadAsync(Source, cancellationToken).ConfigureAwait(false);
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            return VmJson.Read(document.RootElement, Source);
        }
        catch (JsonException wrong)
        {
            throw new AutomationException(AutomationFailure.Description, $"{Source} is no JSON: {wrong.Message}", wrong);
        }
        catch (QemuJsonException wrong)
        {
            throw new AutomationException(AutomationFailure.Description, $"{Source}: {wrong.Message}", wrong);
        }
    }
}

using Microsoft.Build.Framework;
using Task = System.Threading.Tasks.Task;

namespace QemuDsl.MSBuild;

/// <summary>Makes or changes an image with <c>qemu-img</c>: an empty one, an overlay of another, a converted copy, or one that exists in another size.</summary>
public sealed class CreateDisk : QemuTask
{
    private const string QemuImg = "qemu-img";

    /// <summary>The image.</summary>
    [Required]
    public string Path { get; set; } = "";

    /// <summary>Its size, such as <c>10G</c>; that of the backing or the source when left out.</summary>
    public string? Size { get; set; }

    /// <summary>Its format; <c>qcow2</c> when left out.</summary>
    public string Format { get; set; } = "qcow2";

    /// <summary>The image that an overlay is laid over; it is not written to.</summary>
    public string? Backing { get; set; }

    /// <summary>The image that is converted.</summary>
    public string? Source { get; set; }

    /// <summary>The format of the backing or the source. It is never guessed: a guest could write an image header into a raw disk.</summary>
    public string OtherFormat { get; set; } = "qcow2";

    /// <summary>Whether an image that exists gets another size, and is not made anew.</summary>
    public bool Resize { get; set; }

    /// <summary>The host the image is on; this machine when left out.</summary>
    public string? Host { get; set; }

    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var arguments = Arguments();
        var address = string.IsNullOrEmpty(Host) ? HostAddress.Local : Read(nameof(Host), Host, HostAddress.Parse);
        var vms = NamedVms.Open(address);
        await using (vms.ConfigureAwait(false))
        {
            if (await vms.Host.FindProgramAsync(QemuImg, cancellationToken).ConfigureAwait(false) is not { } program)
            {
                Fail(TaskCode.HostNotReady, $"{address} has no qemu-img. Install it (Debian: apt-get install qemu-utils).");
                return;
            }

            var (code, _, errors) = await HostTool.RunAsync(vms.Host, program, arguments, cancellationToken).ConfigureAwait(false);
            if (code != 0)
            {
                Fail(TaskCode.Disk, $"qemu-img refused: {errors.Trim()}\nCommand: {QemuImg} {string.Join(' ', arguments)}");
            }
        }
    }

    private List<string> Arguments()
    {
        if (Backing is { Length: > 0 } && Source is { Length: > 0 })
        {
            throw new AutomationException(AutomationFailure.Text, "Backing and Source exclude one another. Name the image to lay over, or the one to convert.");
        }

        var needsSize = Resize || (string.IsNullOrEmpty(Backing) && string.IsNullOrEmpty(Source));
        var size = string.IsNullOrEmpty(Size)
            ? needsSize ? throw new AutomationException(AutomationFailure.Text, "Size is missing. Write one such as 10G.") : (string?)null
            : SizeText();
        List<string> arguments = this switch
        {
            { Resize: true } => ["resize", "-q", "-f", Format, Path],
            { Source: { Length: > 0 } source } => ["convert", "-q", "-f", OtherFormat, "-O", Format, source, Path],
            { Backing: { Length: > 0 } backing } => ["create", "-q", "-f", Format, "-b", backing, "-F", OtherFormat, Path],
            _ => ["create", "-q", "-f", Format, Path],
        };
        if (size is not null && string.IsNullOrEmpty(Source))
        {
            arguments.Add(size);
        }

        return arguments;
    }

    private string SizeText()
    {
        try
        {
            return ByteSize.Parse(Size!).ToString();
        }
        catch (FormatException wrong)
        {
            throw new AutomationException(AutomationFailure.Text, $"Size: {wrong.Message}", wrong);
        }
    }
}

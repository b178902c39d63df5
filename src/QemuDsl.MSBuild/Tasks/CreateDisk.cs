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

    /// <summary>Its size, such as <c>10G</c>; that of the backing or the source when left out. A copy cannot be smaller than its source.</summary>
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
        var commands = Commands();
        var address = string.IsNullOrEmpty(Host) ? HostAddress.Local : Read(nameof(Host), Host, HostAddress.Parse);
        var vms = NamedVms.Open(address);
        await using (vms.ConfigureAwait(false))
        {
            if (await vms.Host.FindProgramAsync(QemuImg, cancellationToken).ConfigureAwait(false) is not { } program)
            {
                Fail(TaskCode.HostNotReady, $"{address} has no qemu-img. Install it (Debian: apt-get install qemu-utils).");
                return;
            }

            for (var step = 0; step < commands.Count && !Log.HasLoggedErrors; step++)
            {
                await RunAsync(vms.Host, program, commands[step], isMade: step > 0, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task RunAsync(IVmHost host, string program, IReadOnlyList<string> arguments, bool isMade, CancellationToken cancellationToken)
    {
        var (code, _, errors) = await HostTool.RunAsync(host, program, arguments, cancellationToken).ConfigureAwait(false);
        if (code == 0)
        {
            return;
        }

        Fail(TaskCode.Disk, $"qemu-img refused: {errors.Trim()}\nCommand: {QemuImg} {string.Join(' ', arguments)}");
        if (isMade)
        {
            // In the wrong size it would look like a result.
            await HostTool.RunAsync(host, "rm", ["-f", "--", Path], cancellationToken).ConfigureAwait(false);
        }
    }

    private List<IReadOnlyList<string>> Commands()
    {
        CheckSources();
        var needsSize = Resize || (string.IsNullOrEmpty(Backing) && string.IsNullOrEmpty(Source));
        string[] size = string.IsNullOrEmpty(Size)
            ? needsSize ? throw new AutomationException(AutomationFailure.Text, "Size is missing. Write one such as 10G.") : []
            : [SizeText()];
        string[] resize = ["resize", "-q", "-f", Format, Path, .. size];
        return this switch
        {
            { Resize: true } => [resize],

            // A conversion knows no size, so that is a second step.
            { Source: { Length: > 0 } source } when size.Length > 0 => [Convert(source), resize],
            { Source: { Length: > 0 } source } => [Convert(source)],
            { Backing: { Length: > 0 } backing } => [["create", "-q", "-f", Format, "-b", backing, "-F", OtherFormat, Path, .. size]],
            _ => [["create", "-q", "-f", Format, Path, .. size]],
        };
    }

    private string[] Convert(string source) => ["convert", "-q", "-f", OtherFormat, "-O", Format, source, Path];

    private void CheckSources()
    {
        if (Backing is { Length: > 0 } && Source is { Length: > 0 })
        {
            throw new AutomationException(AutomationFailure.Text, "Backing and Source exclude one another. Name the image to lay over, or the one to convert.");
        }

        if (Resize && (Backing is { Length: > 0 } || Source is { Length: > 0 }))
        {
            throw new AutomationException(
                AutomationFailure.Text, "Resize is for an image that is there, and Backing or Source make one. Leave Resize out and write Size.");
        }
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

namespace QemuDsl.Automation;

/// <summary>
/// A file with QEMU's arguments as they are, one a line and without quoting; empty lines and lines that begin with <c>#</c> are left out. The first line
/// may be the program; <c>qemu-system-x86_64</c> when it begins with a dash.
/// </summary>
/// <param name="File">The file.</param>
public sealed record ArgumentsDescription(string File) : VmDescription
{
    private const string DefaultProgram = "qemu-system-x86_64";

    /// <inheritdoc/>
    public override async Task<DescribedVm> LoadAsync(CancellationToken cancellationToken = default)
    {
        var text = await DescriptionFile.ReadAsync(File, cancellationToken).ConfigureAwait(false);
        var lines = text.Split('\n').Select(static line => line.TrimEnd('\r')).Where(static line => line.Length > 0 && line[0] != '#').ToList();
        var hasProgram = lines.Count > 0 && lines[0][0] != '-';
        return lines.Count == 0
            ? throw new AutomationException(
                AutomationFailure.Description, $"{File} holds no argument of QEMU. Write one a line, such as -machine and, below it, pc.")
            : new DescribedVm(new RawCommand(hasProgram ? lines[0] : DefaultProgram, hasProgram ? lines[1..] : lines)) { Source = File };
    }
}

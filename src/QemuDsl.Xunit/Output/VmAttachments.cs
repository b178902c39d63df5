namespace QemuDsl.Xunit;

/// <summary>The evidence of a failed test: kept in a folder, and attached to the test's result.</summary>
internal sealed class VmAttachments(string vm, string folder)
{
    private const int LongestName = 80;

    public async Task AddAsync(VirtualMachine machine, ITestContext test)
    {
        var own = Path.Combine(folder, $"{Named(test)}-{Guid.NewGuid().ToString("N")[..8]}");
        try
        {
            await machine.CollectArtifactsAsync(own, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            test.AddWarning($"The evidence of {vm} could not be written to {own}: {failure.Message}");
            return;
        }

        test.TestOutputHelper?.WriteLine($"Evidence of {vm}: {own}");
        foreach (var file in Directory.EnumerateFiles(own).Order(StringComparer.Ordinal))
        {
            var name = $"{vm} {Path.GetFileName(file)}";
            if (file.EndsWith(".png", StringComparison.Ordinal))
            {
                test.AddAttachment(name, await File.ReadAllBytesAsync(file).ConfigureAwait(false), "image/png");
            }
            else
            {
                test.AddAttachment(name, ReportText.Of(await File.ReadAllTextAsync(file).ConfigureAwait(false)));
            }
        }
    }

    private static string Named(ITestContext test)
    {
        var name = string.Concat((test.Test?.TestDisplayName ?? "test").Select(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '_'));
        return name.Length > LongestName ? name[^LongestName..] : name;
    }
}

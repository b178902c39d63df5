namespace QemuDsl.Xunit;

/// <summary>Looks for a program on this machine.</summary>
internal static class Programs
{
    /// <summary>Why tests that start it are skipped; null when it is there, when none is asked for, or when they shall fail instead.</summary>
    public static string? WhyMissing(string? program)
    {
        if (program is null || VmUnavailableException.IsFailure)
        {
            return null;
        }

        var places = program.Contains('/', StringComparison.Ordinal) ? [""] : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        return places.Any(place => File.Exists(Path.Combine(place, program)))
            ? null
            : $"'{program}' is not on this machine. Install QEMU (Debian: apt-get install qemu-system).";
    }
}

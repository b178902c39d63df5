using System.Globalization;
using Microsoft.Build.Framework;
using Task = System.Threading.Tasks.Task;

namespace QemuDsl.MSBuild;

/// <summary>Runs a program in a guest through its agent. No shell reads program and arguments.</summary>
public sealed class ExecInVm : RecordTask
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(1);

    /// <summary>The program, by its path in the guest.</summary>
    [Required]
    public string Program { get; set; } = "";

    /// <summary>Its arguments, each as it is.</summary>
    public string[] Arguments { get; set; } = [];

    /// <summary>How long it may take; <c>1m</c> when left out.</summary>
    public string? Timeout { get; set; }

    /// <summary>Whether any exit code is a success.</summary>
    public bool IgnoreExitCode { get; set; }

    /// <summary>Its exit code; 128 and the number when a signal ended it.</summary>
    [Output]
    public int ExitCode { get; private set; }

    /// <summary>What it wrote to stdout.</summary>
    [Output]
    public string StandardOutput { get; private set; } = "";

    /// <summary>What it wrote to stderr.</summary>
    [Output]
    public string StandardError { get; private set; } = "";

    private protected override async Task RunAsync(VirtualMachine vm, CancellationToken cancellationToken)
    {
        var timeout = string.IsNullOrEmpty(Timeout) ? Usual : Read(nameof(Timeout), Timeout, DurationText.Parse);
        var result = await AgentOf(vm).RunAsync(Program, Arguments, new GuestProgramOptions { Timeout = timeout }, cancellationToken).ConfigureAwait(false);
        (StandardOutput, StandardError) = (result.Output, result.Error);
        ExitCode = result.ExitCode ?? 128 + (result.Signal ?? 0);
        if (StandardOutput.Length > 0)
        {
            Log.LogMessage(MessageImportance.Normal, "{0}", StandardOutput.TrimEnd());
        }

        if (ExitCode != 0 && !IgnoreExitCode)
        {
            Fail(TaskCode.Program, string.Create(
                CultureInfo.InvariantCulture,
                $"{Program} ended with code {ExitCode} in the guest. Set IgnoreExitCode=\"true\" if that is expected.\n{StandardError.TrimEnd()}"));
        }
    }
}

using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace QemuDsl.MSBuild;

/// <summary>Shows the phases of a start in the log of a build.</summary>
internal sealed class BuildProgress(TaskLoggingHelper log, string vm) : IProgress<BootProgress>
{
    public void Report(BootProgress value) => log.LogMessage(
        value.Phase is BootPhase.Running or BootPhase.Booted ? MessageImportance.High : MessageImportance.Normal,
        "{0}",
        string.Create(
            CultureInfo.InvariantCulture, $"{vm}: {value.Phase}{(value.Detail is null ? "" : $", {value.Detail}")} ({value.Elapsed.TotalSeconds:0.00} s)"));
}

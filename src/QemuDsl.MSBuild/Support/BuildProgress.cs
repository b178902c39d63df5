using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace QemuDsl.MSBuild;

/// <summary>Shows the phases of a start in the log of a build.</summary>
internal sealed class BuildProgress(TaskLoggingHelper log, string vm) : IProgress<BootProgress>
{
    public void Report(BootProgress value) =>
        log.LogMessage(BootText.IsImportant(value) ? MessageImportance.High : MessageImportance.Normal, "{0}", BootText.Of(vm, value));
}

using System.Collections;
using Microsoft.Build.Framework;

namespace QemuDsl.MSBuild.Tests;

/// <summary>A build that keeps errors and nothing else.</summary>
internal sealed class SilentEngine : IBuildEngine
{
    public List<BuildErrorEventArgs> Errors { get; } = [];

    public Action<string> Message { get; init; } = static _ => { };

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "";

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;

    public void LogCustomEvent(CustomBuildEventArgs e)
    {
    }

    public void LogErrorEvent(BuildErrorEventArgs e)
    {
        lock (Errors)
        {
            Errors.Add(e);
        }
    }

    public void LogMessageEvent(BuildMessageEventArgs e) => Message(e.Message ?? "");

    public void LogWarningEvent(BuildWarningEventArgs e)
    {
    }
}

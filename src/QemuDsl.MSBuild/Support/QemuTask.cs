using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Task = System.Threading.Tasks.Task;

namespace QemuDsl.MSBuild;

/// <summary>A task that can be cancelled, and whose failures are errors with a code, a page and a place.</summary>
public abstract class QemuTask : Microsoft.Build.Utilities.Task, ICancelableTask
{
    private const string Subcategory = "QemuDsl";
    private const string Pages = "https://github.com/qemudsl/qemudsl/blob/main/docs/diagnostics/";
    private const string FindingPage = "https://github.com/qemudsl/qemudsl/blob/main/docs/findings.md";

    // Not disposed: MSBuild may cancel a task that has ended.
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>Ends what the task does, VMs it has begun to start included. May be called any number of times, at any time.</summary>
    public void Cancel() => _cancellation.Cancel();

    /// <summary>Does what the task is for.</summary>
    /// <returns>Whether no error was logged.</returns>
    public sealed override bool Execute()
    {
        try
        {
            // MSBuild's contract is synchronous; this is the one place that blocks.
            RunWatchedAsync().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            Log.LogMessage(MessageImportance.High, "{0} was cancelled.", GetType().Name);
            return false;
        }
        catch (Exception failure) when (failure is QemuException or IOException or UnauthorizedAccessException)
        {
            Fail(failure);
        }

        return !Log.HasLoggedErrors;
    }

    /// <summary>Does what the task is for.</summary>
    private protected abstract Task RunAsync(CancellationToken cancellationToken);

    private async Task RunWatchedAsync()
    {
        using var ending = new CancellationTokenSource();
        var watching = BuildWatch.EndedAsync(ending.Token);
        var running = RunAsync(_cancellation.Token);
        if (await Task.WhenAny(running, watching).ConfigureAwait(false) == watching)
        {
            Cancel();
        }

        await ending.CancelAsync().ConfigureAwait(false);
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await running.ConfigureAwait(false);
    }

    /// <summary>Logs a failure as an error.</summary>
    private protected void Fail(Exception failure) => Fail(TaskCode.Of(failure), failure.Message);

    /// <summary>Logs a failure as an error, at what it is about.</summary>
    private protected void Fail(Exception failure, VmOrder order) =>
        Fail(TaskCode.Of(failure), OrderFailure.Text(order, failure), OrderFailure.Place(order, failure));

    /// <summary>Logs an error, at the place it is about; at the task when that is not known.</summary>
    private protected void Fail(string code, string message, TextPlace? place = null) =>
        Fail(new SessionLine(SessionLineKind.Error, message) { Code = code, File = place?.File, Line = place?.Line ?? 0, Column = place?.Column ?? 0 });

    // Loads none of the package's libraries: one task that uses it runs in the build itself.
    private protected void Fail(SessionLine error) => Log.LogError(
        Subcategory, error.Code, error.Code, $"{Pages}{error.Code}.md", error.File ?? BuildEngine.ProjectFileOfTaskNode,
        error.File is null ? BuildEngine.LineNumberOfTaskNode : error.Line, error.Column, 0, 0, "{0}", error.Text);

    private protected void Warn(SessionLine warning) => Log.LogWarning(
        Subcategory, warning.Code, warning.Code, $"{FindingPage}#{warning.Code?.ToLowerInvariant()}", warning.File ?? BuildEngine.ProjectFileOfTaskNode,
        warning.File is null ? BuildEngine.LineNumberOfTaskNode : warning.Line, warning.Column, 0, 0, "{0}", warning.Text);

    /// <summary>Reads a text of a parameter; an error names the parameter.</summary>
    private protected static T Read<T>(string parameter, string text, Func<string, T> read)
    {
        try
        {
            return read(text);
        }
        catch (AutomationException wrong)
        {
            throw new AutomationException(wrong.Failure, $"{parameter}: {wrong.Message}", wrong);
        }
    }
}

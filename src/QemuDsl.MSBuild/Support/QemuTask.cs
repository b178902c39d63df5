using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Task = System.Threading.Tasks.Task;

namespace QemuDsl.MSBuild;

/// <summary>A task that can be cancelled, and whose failures are errors with a code, a page and a place.</summary>
public abstract class QemuTask : Microsoft.Build.Utilities.Task, ICancelableTask
{
    private const string Pages = "https://github.com/qemudsl/qemudsl/blob/main/docs/diagnostics/";

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

    /// <summary>Logs a failure as an error, at the item it is about.</summary>
    private protected void Fail(Exception failure, ITaskItem? item = null) =>
        Fail(TaskCode.Of(failure), failure.Message, item, (failure as AutomationException)?.Field);

    /// <summary>Logs an error, at the item and metadata it is about.</summary>
    private protected void Fail(string code, string message, ITaskItem? item = null, string? metadata = null)
    {
        var place = item is null ? ItemPlace.Unknown : ItemPlace.Of(item, metadata);
        var about = item is null ? "" : $"VM '{item.ItemSpec}'{(metadata is null ? "" : $", {metadata}")}: ";
        Log.LogError(
            "QemuDsl", code, code, $"{Pages}{code}.md", place.File ?? BuildEngine.ProjectFileOfTaskNode,
            place.File is null ? BuildEngine.LineNumberOfTaskNode : place.Line, place.Column, 0, 0, "{0}", about + message);
    }

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

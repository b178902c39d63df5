using Microsoft.Build.Framework;
using Task = System.Threading.Tasks.Task;

namespace QemuDsl.MSBuild;

/// <summary>Waits until a VM that runs has come to a point. What its console said before counts, events before do not.</summary>
public sealed class WaitForVm : RecordTask
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(2);

    /// <summary>The point, such as <c>serial:login:</c> or <c>agent + tcp:80</c>.</summary>
    [Required]
    public string ReadyWhen { get; set; } = "";

    /// <summary>How long it may take; <c>2m</c> when left out.</summary>
    public string? Timeout { get; set; }

    private protected override async Task RunAsync(VirtualMachine vm, CancellationToken cancellationToken)
    {
        var wait = Read(nameof(ReadyWhen), ReadyWhen, ReadyExpression.Parse).Wait;
        var timeout = string.IsNullOrEmpty(Timeout) ? Usual : Read(nameof(Timeout), Timeout, DurationText.Parse);
        try
        {
            await vm.WaitAsync(wait, timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (BootException gone) when (gone.Failure == BootFailure.Exited)
        {
            // It had booted before: what happened is that it ended.
            Fail(TaskCode.Gone, gone.Message);
        }
    }
}

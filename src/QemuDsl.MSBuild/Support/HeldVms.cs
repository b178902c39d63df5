using System.Diagnostics;
using System.Globalization;

namespace QemuDsl.MSBuild;

/// <summary>The program that holds VMs; the end of its input is their end. MSBuild disposes this when the build ends.</summary>
/// <param name="holder">The program.</param>
/// <param name="patience">How long the build waits for it in the end.</param>
/// <param name="log">Where it is told what went wrong then: the build's log is closed by that time.</param>
internal sealed class HeldVms(Process holder, TimeSpan patience, TextWriter log) : IDisposable
{
    // A VM is killed within seconds. What takes longer is a host that does not answer, and a build must not wait for that.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Task<string> _errors = holder.StandardError.ReadToEndAsync();
    private int _disposed;
    private bool _told;

    public HeldVms(Process holder)
        : this(holder, Patience, Console.Error)
    {
    }

    /// <summary>What the program said besides, once it has ended.</summary>
    public async Task<string> ErrorsAsync(CancellationToken cancellationToken)
    {
        var said = await _errors.WaitAsync(cancellationToken).ConfigureAwait(false);
        _told = true;
        return said.Trim();
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        holder.StandardInput.Close();
        if (!Task.WhenAll(holder.WaitForExitAsync(), _errors).Wait(patience))
        {
            log.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"QemuDsl: process {holder.Id} is still stopping VMs after {patience.TotalSeconds} s; nobody waits for it any more."));
        }
        else if (!_told && _errors.Result.Trim() is { Length: > 0 } said)
        {
            log.WriteLine(said);
        }

        holder.Dispose();
    }
}

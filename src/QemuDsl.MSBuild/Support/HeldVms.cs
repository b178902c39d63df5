using System.Diagnostics;
using System.Globalization;

namespace QemuDsl.MSBuild;

/// <summary>The program that holds VMs; the end of its input is their end. MSBuild disposes this when the build ends.</summary>
internal sealed class HeldVms(Process holder) : IDisposable
{
    // A VM is killed within seconds. What takes longer is a host that does not answer, and a build must not wait for that.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Task<string> _errors = holder.StandardError.ReadToEndAsync();
    private int _disposed;

    /// <summary>What the program said besides, once it has ended.</summary>
    public async Task<string> ErrorsAsync(CancellationToken cancellationToken) => (await _errors.WaitAsync(cancellationToken).ConfigureAwait(false)).Trim();

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        holder.StandardInput.Close();
        if (!holder.WaitForExit(Patience) || !_errors.Wait(Patience))
        {
            // The build's log is closed by now.
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"QemuDsl: process {holder.Id} is still stopping VMs after {Patience.TotalSeconds} s; nobody waits for it any more."));
        }
        else if (_errors.Result.Trim() is { Length: > 0 } said)
        {
            Console.Error.WriteLine(said);
        }

        holder.Dispose();
    }
}

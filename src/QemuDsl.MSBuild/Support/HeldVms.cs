using System.Diagnostics;

namespace QemuDsl.MSBuild;

/// <summary>The program that holds VMs; the end of its input is their end. MSBuild disposes this when the build ends.</summary>
internal sealed class HeldVms(Process holder) : IDisposable
{
    public void Dispose()
    {
        holder.StandardInput.Close();
        holder.WaitForExit();
        holder.Dispose();
    }
}

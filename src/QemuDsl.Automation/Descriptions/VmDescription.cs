namespace QemuDsl.Automation;

/// <summary>
/// Where the description of a VM comes from: <see cref="ProfileDescription"/>, <see cref="JsonDescription"/> or <see cref="ArgumentsDescription"/>. There
/// are no others.
/// </summary>
public abstract record VmDescription
{
    private protected VmDescription()
    {
    }

    /// <summary>Reads it.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="AutomationException">Something is missing or wrong; the message tells what and where.</exception>
    public abstract Task<DescribedVm> LoadAsync(CancellationToken cancellationToken = default);
}

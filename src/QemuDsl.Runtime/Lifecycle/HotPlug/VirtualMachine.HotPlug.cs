namespace QemuDsl.Runtime;

public sealed partial class VirtualMachine
{
    private static readonly TimeSpan UnplugLimit = TimeSpan.FromSeconds(30);

    private HotPlug? _hotPlug;

    private HotPlug Plugs => _hotPlug
        ?? Interlocked.CompareExchange(ref _hotPlug, new HotPlug(_host, Qmp, _command, _files.Directory), null) ?? _hotPlug;

    /// <summary>
    /// Adds a device to the VM while it runs (<c>device_add</c>), after the back ends it refers to that are not part of the VM yet. When
    /// QEMU refuses it, these are taken back.
    /// </summary>
    /// <remarks>The root bus of <c>q35</c> and <c>virt</c> takes none: name a <c>PcieRootPort</c> of the command as its bus.</remarks>
    /// <param name="device">The record; it is told apart from an equal one by identity.</param>
    /// <param name="cancellationToken">Gives up and takes back what was added.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="HotPlugException">The device sits on a bus that takes none now, breaks a rule, or QEMU refused it.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task<QemuId> AddAsync(IDevice device, CancellationToken cancellationToken = default) => PlugAsync(device, cancellationToken);

    /// <summary>Adds a network back end while the VM runs (<c>netdev_add</c>).</summary>
    /// <inheritdoc cref="AddAsync(IDevice, CancellationToken)"/>
    public Task<QemuId> AddAsync(INetdev netdev, CancellationToken cancellationToken = default) => PlugAsync(netdev, cancellationToken);

    /// <summary>Adds a character device while the VM runs (<c>chardev-add</c>). One that listens does not wait unless it says so.</summary>
    /// <inheritdoc cref="AddAsync(IDevice, CancellationToken)"/>
    public Task<QemuId> AddAsync(IChardev chardev, CancellationToken cancellationToken = default) => PlugAsync(chardev, cancellationToken);

    /// <summary>Adds a node of the block graph while the VM runs (<c>blockdev-add</c>).</summary>
    /// <inheritdoc cref="AddAsync(IDevice, CancellationToken)"/>
    public Task<QemuId> AddAsync(IBlockNode node, CancellationToken cancellationToken = default) => PlugAsync(node, cancellationToken);

    /// <summary>Adds an object while the VM runs (<c>object-add</c>). A secret goes through a file, never over QMP.</summary>
    /// <inheritdoc cref="AddAsync(IDevice, CancellationToken)"/>
    public Task<QemuId> AddAsync(IQemuObject qemuObject, CancellationToken cancellationToken = default) =>
        PlugAsync(qemuObject, cancellationToken);

    /// <summary>
    /// Takes a device away while the VM runs (<c>device_del</c>) and waits until the guest has given it up. Back ends that
    /// <see cref="AddAsync(IDevice, CancellationToken)"/> added along with it go along with it, unless something else uses them.
    /// </summary>
    /// <param name="device">The record that was added or is part of the command.</param>
    /// <param name="timeout">How long the guest may take; 30 seconds when null.</param>
    /// <param name="cancellationToken">Gives up; the guest may still give the device up.</param>
    /// <exception cref="HotPlugException">
    /// The guest refused or did not acknowledge it in time, or QEMU refused, such as for a device on a bus without hot plug.
    /// </exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task RemoveAsync(IDevice device, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        UnplugAsync(OptionKind.Device, device, timeout, cancellationToken);

    /// <summary>Takes the device with this id away while the VM runs, wherever it comes from.</summary>
    /// <param name="device">Its id.</param>
    /// <param name="timeout">How long the guest may take; 30 seconds when null.</param>
    /// <param name="cancellationToken">Gives up; the guest may still give the device up.</param>
    /// <exception cref="HotPlugException">There is none, the guest refused or did not acknowledge it in time, or QEMU refused.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task RemoveAsync(QemuId device, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        UnplugAsync(OptionKind.Device, new ById(device), timeout, cancellationToken);

    /// <summary>Takes a network back end away while the VM runs (<c>netdev_del</c>).</summary>
    /// <param name="netdev">The record that was added or is part of the command, or <see cref="Netdev.ById"/>.</param>
    /// <param name="cancellationToken">Gives up; QEMU may have done it all the same.</param>
    /// <exception cref="HotPlugException">QEMU refused, such as for one that is in use.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task RemoveAsync(INetdev netdev, CancellationToken cancellationToken = default) =>
        UnplugAsync(OptionKind.Netdev, netdev, null, cancellationToken);

    /// <summary>Takes a character device away while the VM runs (<c>chardev-remove</c>).</summary>
    /// <param name="chardev">The record that was added or is part of the command, or <see cref="Chardev.ById"/>.</param>
    /// <param name="cancellationToken">Gives up; QEMU may have done it all the same.</param>
    /// <exception cref="HotPlugException">QEMU refused, such as for one that is in use.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task RemoveAsync(IChardev chardev, CancellationToken cancellationToken = default) =>
        UnplugAsync(OptionKind.Chardev, chardev, null, cancellationToken);

    /// <summary>Takes a node of the block graph away while the VM runs (<c>blockdev-del</c>).</summary>
    /// <param name="node">The record that was added or is part of the command, or <see cref="BlockNode.ById"/>.</param>
    /// <param name="cancellationToken">Gives up; QEMU may have done it all the same.</param>
    /// <exception cref="HotPlugException">QEMU refused, such as for one that is in use.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task RemoveAsync(IBlockNode node, CancellationToken cancellationToken = default) =>
        UnplugAsync(OptionKind.Blockdev, node, null, cancellationToken);

    /// <summary>Takes an object away while the VM runs (<c>object-del</c>).</summary>
    /// <param name="qemuObject">The record that was added or is part of the command, or one of the <c>ById</c>.</param>
    /// <param name="cancellationToken">Gives up; QEMU may have done it all the same.</param>
    /// <exception cref="HotPlugException">QEMU refused, such as for one that is in use.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task RemoveAsync(IQemuObject qemuObject, CancellationToken cancellationToken = default) =>
        UnplugAsync(OptionKind.Object, qemuObject, null, cancellationToken);

    private Task<QemuId> PlugAsync(IReferable record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record is IOption option
            ? Plugs.AddAsync(option, cancellationToken)
            : throw new ArgumentException(
                $"'{record.Id}' names something that is defined elsewhere. Add the record itself.", nameof(record));
    }

    private Task UnplugAsync(OptionKind kind, IReferable record, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Plugs.RemoveAsync(kind, record, timeout ?? UnplugLimit, cancellationToken);
    }

    private sealed record ById(QemuId Id) : IReferable
    {
        QemuId? IReferable.Id => Id;
    }
}

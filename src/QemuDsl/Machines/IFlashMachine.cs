namespace QemuDsl.Machines;

/// <summary>A machine with two flash chips, as UEFI firmware needs.</summary>
/// <typeparam name="TSelf">The machine itself.</typeparam>
public interface IFlashMachine<TSelf> : IMachine
    where TSelf : IFlashMachine<TSelf>
{
    /// <summary>A machine with this in its first flash.</summary>
    TSelf WithPflash0(IBlockNode? value);

    /// <summary>A machine with this in its second flash.</summary>
    TSelf WithPflash1(IBlockNode? value);
}

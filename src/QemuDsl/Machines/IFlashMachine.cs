namespace QemuDsl.Machines;

/// <summary>A machine that boots firmware from flash (<c>pflash0</c>, <c>pflash1</c>).</summary>
/// <typeparam name="TSelf">The machine itself.</typeparam>
public interface IFlashMachine<TSelf> : IMachine
    where TSelf : IFlashMachine<TSelf>
{
    /// <summary>Returns a copy with another firmware.</summary>
    TSelf WithPflash0(IBlockNode? value);

    /// <summary>Returns a copy with another store for the variables of the firmware.</summary>
    TSelf WithPflash1(IBlockNode? value);
}

using System.Globalization;

namespace QemuDsl.Nfv;

/// <summary>Number of a VM among all of its chains, 1 to 255. Its name and the hardware addresses of its interfaces come from it.</summary>
public readonly record struct VnfId
{
    private const ulong Vendor = 0x5254_0000_0000;
    private const int Largest = 255;

    /// <summary>Takes 1 to 255: the number is one byte of a hardware address.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public VnfId(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Largest);
        Value = value;
    }

    /// <summary>The number.</summary>
    public int Value { get; }

    /// <summary>What QEMU calls the VM, such as <c>vnf1</c>.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"vnf{Value}");

    /// <summary>Takes 1 to 255.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public static implicit operator VnfId(int value) => new(value);

    /// <summary>Takes 1 to 255.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public static VnfId FromInt32(int value) => value;

    /// <summary>The hardware address of an interface: <c>52:54:00:00:ID:INTERFACE</c>.</summary>
    /// <param name="number">Number of the interface, 1 to 255.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such interface.</exception>
    public MacAddress Mac(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Largest);
        return new MacAddress(Vendor | ((uint)Value << 8) | (uint)number);
    }

    /// <summary>The number.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

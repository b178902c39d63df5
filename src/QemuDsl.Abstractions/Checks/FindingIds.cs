namespace QemuDsl;

/// <summary>Numbers of findings. A number is never used again for something else.</summary>
public static class FindingIds
{
    /// <summary>A value cannot be written on QEMU's command line.</summary>
    public const string NotExpressible = "QDV0001";

    /// <summary>A number is out of range.</summary>
    public const string OutOfRange = "QDV0002";

    /// <summary>A number is not a power of two.</summary>
    public const string NotPowerOfTwo = "QDV0003";

    /// <summary>A text does not have the form QEMU takes.</summary>
    public const string NoMatch = "QDV0004";

    /// <summary>Two keys exclude each other.</summary>
    public const string Conflict = "QDV0005";

    /// <summary>A key needs another one.</summary>
    public const string Requirement = "QDV0006";

    /// <summary>The path of a UNIX socket is too long.</summary>
    public const string SocketPathTooLong = "QDV0007";

    /// <summary>The QEMU it is meant for does not have it yet.</summary>
    public const string TooNew = "QDV0008";

    /// <summary>The QEMU it is meant for no longer has it.</summary>
    public const string Removed = "QDV0009";

    /// <summary>QEMU warns about it.</summary>
    public const string Deprecated = "QDV0010";

    /// <summary>Two options have the same id.</summary>
    public const string DuplicateId = "QDV0011";

    /// <summary>An id is named that nothing in the command defines.</summary>
    public const string UndefinedId = "QDV0012";

    /// <summary>Two front ends share a back end that serves one only.</summary>
    public const string SharedBackend = "QDV0013";

    /// <summary>Two devices have the same slot.</summary>
    public const string SlotTaken = "QDV0014";

    /// <summary>A bus has more devices than places.</summary>
    public const string BusFull = "QDV0015";

    /// <summary>A raw device is written in the other notation.</summary>
    public const string MixedNotation = "QDV0016";

    /// <summary>A node name is longer than QEMU takes.</summary>
    public const string NodeNameTooLong = "QDV0017";

    /// <summary>The QEMU program it is meant for was built without it.</summary>
    public const string NotInProgram = "QDV0018";

    /// <summary>QEMU takes it at its start only.</summary>
    public const string NotHotPluggable = "QDV0019";

    /// <summary>Another process is to map the guest's memory, and the memory is not shared.</summary>
    public const string MemoryNotShared = "QDV0020";

    /// <summary>A back end is of a kind that its user does not take.</summary>
    public const string WrongBackend = "QDV0021";

    /// <summary>Two character devices write one file.</summary>
    public const string SharedFile = "QDV0022";
}

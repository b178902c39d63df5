namespace QemuDsl.Generators.Model;

/// <summary>How a value is written and read.</summary>
internal enum Shape
{
    Text,
    Flag,
    Integer,
    Size,
    CpuSet,
    Value,
    Guid,
    Word,
    Part,
    Reference,

    /// <summary>A reference whose type is a record of a known kind.</summary>
    RecordReference,
    Bus,
    Id,
    Address,

    /// <summary>In a section: a section, or a block in braces.</summary>
    Section,

    /// <summary>In a section: any section that has no record.</summary>
    Raw,

    /// <summary>In a tool: a group of options.</summary>
    Group,

    /// <summary>In a profile: a whole option that is no reference.</summary>
    Option,

    /// <summary>In a profile: the machine.</summary>
    Machine,

    /// <summary>In a profile: another profile of the same machine.</summary>
    Profile,
}

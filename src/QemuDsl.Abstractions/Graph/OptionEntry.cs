namespace QemuDsl;

/// <summary>One option of the graph with what the command decided about it.</summary>
internal struct OptionEntry
{
    public IOption Option;
    public OptionDescription Description;

    /// <summary>The id somebody chose; null when nobody did.</summary>
    public string? Id;

    /// <summary>Number of the automatic id; -1 when the option has an id of its own or takes none.</summary>
    public int Number;

    /// <summary>Slot the command chose; -1 when it did not.</summary>
    public int Slot;

    /// <summary>How many other options refer to it.</summary>
    public int Users;
}

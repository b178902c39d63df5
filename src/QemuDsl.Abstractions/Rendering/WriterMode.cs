namespace QemuDsl;

/// <summary>What an <see cref="ArgumentWriter"/> writes.</summary>
internal enum WriterMode
{
    /// <summary>key=value, the form of the command line.</summary>
    KeyValue,

    /// <summary>JSON where QEMU takes it, key=value elsewhere.</summary>
    Json,

    /// <summary>JSON for all, as the commands of QMP take it.</summary>
    Qmp,

    /// <summary>JSON with back ends in place of their ids: the file format of profiles.</summary>
    Nested,
}

namespace QemuDsl.Automation;

/// <summary>Which part of a request cannot be done.</summary>
public enum AutomationFailure
{
    /// <summary>A file that is named is not there, or cannot be read.</summary>
    File,

    /// <summary>The description of a VM: its profile, its JSON, its arguments.</summary>
    Description,

    /// <summary>A property of a profile that was given beside it: its name, its type or its value.</summary>
    Property,

    /// <summary>A text that should be a number, a size, a time, or one of a few words.</summary>
    Text,

    /// <summary>An address of a host.</summary>
    HostAddress,

    /// <summary>An expression that tells when a guest is ready.</summary>
    ReadyExpression,

    /// <summary>A record of a VM (<see cref="VmRecordFile"/>).</summary>
    Record,

    /// <summary>A name that a VM which runs has already.</summary>
    NameTaken,

    /// <summary>A VM that is not there, or not any more.</summary>
    NotRunning,
}

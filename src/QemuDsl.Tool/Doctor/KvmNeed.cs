namespace QemuDsl.Tool.Doctor;

/// <summary>What KVM matters.</summary>
internal enum KvmNeed
{
    /// <summary>It is tried; guests run without it, slowly.</summary>
    Optional,

    /// <summary>It is tried; nothing runs without it.</summary>
    Required,

    /// <summary>Nobody tries it.</summary>
    None,
}

namespace QemuDsl.Objects;

/// <summary>How a secret is written.</summary>
[OptionEnum]
public enum SecretFormat
{
    /// <summary>As it is.</summary>
    Raw,

    /// <summary>In base64.</summary>
    Base64,
}

namespace QemuDsl;

/// <summary>How older versions of a program spell an option that means the same, such as <c>-w</c> for <c>-a</c>.</summary>
/// <param name="key">The older spelling, dashes included.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FormerKeyAttribute(string key) : Attribute
{
    /// <summary>The older spelling.</summary>
    public string Key { get; } = key;

    /// <summary>The first release that takes the newer spelling, such as <c>20.11</c>.</summary>
    public required string Until { get; init; }
}

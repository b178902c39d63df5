namespace QemuDsl;


/// <summary>What a text must look like, as a regular expression that has to match all of it.</summary>
/// <param name="pattern">The regular expression, without anchors.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PatternAttribute(string pattern) : Attribute
{
    /// <summary>The regular expression.</summary>
    public string Pattern { get; } = pattern;
}

namespace QemuDsl;


/// <summary>In JSON each item of the list is an object with this one key, such as <c>{"str": …}</c> of <c>hostfwd</c>.</summary>
/// <param name="key">The key inside each item.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class JsonItemAttribute(string key) : Attribute
{
    /// <summary>The key inside each item.</summary>
    public string Key { get; } = key;
}

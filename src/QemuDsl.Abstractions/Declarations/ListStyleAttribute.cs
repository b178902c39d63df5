namespace QemuDsl;


/// <summary>How an <see cref="OptionList{T}"/> is written in key=value form; JSON always has an array. Repeats the key when unset.</summary>
/// <param name="separator">What joins the values under one key, such as <c>:</c> for <c>fds</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ListStyleAttribute(string separator) : Attribute
{
    /// <summary>What joins the values under one key.</summary>
    public string Separator { get; } = separator;

    /// <summary>The values are joined in JSON too: QEMU has one text there.</summary>
    public bool JoinedInJson { get; init; }
}

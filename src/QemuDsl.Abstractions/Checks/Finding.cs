namespace QemuDsl;

/// <summary>Something wrong with a description, found before QEMU was started.</summary>
/// <param name="Id">Stable number, such as <c>QDV0001</c>; each has a page under <c>docs/findings.md</c>.</param>
/// <param name="Severity">Whether a start is refused.</param>
/// <param name="Option">The option it is about, such as <c>-device virtio-net-pci</c>.</param>
/// <param name="Key">The key inside the option; null when it is about the whole option.</param>
/// <param name="Value">The offending value; null when there is none or it is a secret.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Finding(string Id, Severity Severity, string Option, string? Key, string? Value, string Message, string Remedy)
{
    /// <summary>One line: number, place, value, what is wrong and the remedy.</summary>
    public override string ToString()
    {
        var place = Key is null ? Option : $"{Option}, key '{Key}'";
        var value = Value is null ? "" : $" (value '{Printable.Of(Value)}')";
        return $"{Id} {place}: {Message}{value}. {Remedy}";
    }
}

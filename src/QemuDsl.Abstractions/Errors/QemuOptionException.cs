namespace QemuDsl;

/// <summary>A value that QEMU's command line cannot express, such as a NUL byte or a comma in <c>-cpu</c>.</summary>
public sealed class QemuOptionException : QemuException
{
    internal QemuOptionException(string option, string? key, string? value, string problem, string remedy)
        : base(Text(option, key, value, problem, remedy))
    {
        Option = option;
        Key = key;
        Value = value;
        Problem = problem;
        Remedy = remedy;
    }

    /// <summary>The option, such as <c>-device virtio-net-pci</c>.</summary>
    public string Option { get; }

    /// <summary>The key inside the option, such as <c>mac</c>; null when the option has a bare value.</summary>
    public string? Key { get; }

    /// <summary>The value that was refused; null when it is a secret or there was none.</summary>
    public string? Value { get; }

    /// <summary>What is wrong with the value.</summary>
    public string Problem { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }

    private static string Text(string option, string? key, string? value, string problem, string remedy)
    {
        var place = key is null ? option : $"{option}, key '{key}'";
        var shown = value is null ? "" : $" (value '{Printable.Of(value)}')";
        return $"{place}: {problem}{shown}. {remedy}";
    }
}

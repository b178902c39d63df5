namespace QemuDsl.Nfv;

/// <summary>The command line of a Linux kernel, parameter by parameter (Documentation/admin-guide/kernel-parameters.rst).</summary>
/// <remarks>
/// A value with a blank is written in double quotes, which the kernel knows no way to escape; a kernel takes 2048 characters (x86, Arm) and cuts the rest off.
/// </remarks>
public sealed class KernelCommandLine
{
    private const int Longest = 2047;

    private readonly string[] _words;

    private KernelCommandLine(string[] words) => _words = words;

    /// <summary>None.</summary>
    public static KernelCommandLine Empty { get; } = new([]);

    /// <summary>Adds a parameter without a value, such as <c>ro</c>.</summary>
    /// <exception cref="ArgumentException">It is no name of a parameter.</exception>
    public KernelCommandLine Add(string name) => new([.. _words, Name(name)]);

    /// <summary>Adds a parameter with a value, such as <c>console=ttyS0</c>. One of the same name before it stays: consoles are several.</summary>
    /// <exception cref="ArgumentException">The name is none, or the value cannot be written: it has a quote, a control character or characters beyond ASCII.</exception>
    public KernelCommandLine Add(string name, string value)
    {
        if (value.Any(static character => character is '"' or < ' ' or > '~'))
        {
            throw new ArgumentException($"Kernel parameter '{name}' cannot have the value '{value}'. Leave out quotes, control characters and what is not ASCII.", nameof(value));
        }

        return new([.. _words, $"{Name(name)}={(value.Contains(' ', StringComparison.Ordinal) ? $"\"{value}\"" : value)}"]);
    }

    /// <summary>Adds all parameters of another one.</summary>
    public KernelCommandLine Add(KernelCommandLine other) => new([.. _words, .. other._words]);

    /// <summary>What the kernel gets.</summary>
    public override string ToString() => string.Join(' ', _words);

    /// <summary>What the kernel gets, if it takes as much.</summary>
    /// <exception cref="InvalidOperationException">It is longer than the kernel takes.</exception>
    public string ToArgument() => ToString() is { Length: <= Longest } text
        ? text
        : throw new InvalidOperationException($"The kernel's command line has {ToString().Length} characters and may have {Longest}. Leave some parameters out.");

    private static string Name(string name) => name.Length > 0 && name.All(static character => character is > ' ' and <= '~' and not ('=' or '"'))
        ? name
        : throw new ArgumentException($"'{name}' is no name of a kernel parameter.", nameof(name));
}

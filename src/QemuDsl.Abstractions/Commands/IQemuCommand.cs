namespace QemuDsl;

/// <summary>The non-generic view of a <see cref="QemuCommand{TMachine}"/>: everything that runs or checks a VM takes this.</summary>
public interface IQemuCommand
{
    /// <summary>The QEMU program, such as <c>qemu-system-x86_64</c>, or a path to one.</summary>
    string Program { get; }

    /// <summary>What follows the program on the command line: exactly what <c>execve</c> gets, never shell text.</summary>
    /// <exception cref="QemuOptionException">A value cannot be expressed in QEMU's syntax.</exception>
    IReadOnlyList<string> Arguments { get; }

    /// <summary>The options in the order they were added, without the machine and without the back ends they refer to.</summary>
    IReadOnlyList<IOption> Options { get; }

    /// <summary>The command line with files that hold secrets taken from <paramref name="secretDirectory"/>.</summary>
    /// <exception cref="QemuOptionException">A value cannot be expressed in QEMU's syntax.</exception>
    IReadOnlyList<string> Render(string secretDirectory);

    /// <summary>The files that must exist in the secret directory before QEMU starts; their contents never reach the command line.</summary>
    IReadOnlyList<SecretFile> SecretFiles { get; }

    /// <summary>The id that <paramref name="option"/> has in this command; null when it is not part of it or has none.</summary>
    string? IdOf(IOption option);

    /// <summary>Everything that is wrong with the description as far as can be told without QEMU.</summary>
    /// <param name="version">The QEMU it is meant for; null leaves version rules out.</param>
    IReadOnlyList<Finding> Check(QemuVersion? version = null);

    /// <summary>Finds the record and property behind a line QEMU wrote to stderr; null when the line names no argument of this command.</summary>
    QemuRefusal? Explain(string line);
}

using System.ComponentModel;

namespace QemuDsl.CompilerServices;

/// <summary>What generated code needs and people do not: adding an option whose bus the compiler has already checked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OptionAppender
{
    /// <summary>A command with one option more.</summary>
    public static QemuCommand<TMachine> Append<TMachine>(QemuCommand<TMachine> command, IOption option)
        where TMachine : IMachine
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Append(option);
    }

    /// <summary>A command with one record more; an id of something defined elsewhere adds nothing.</summary>
    public static QemuCommand<TMachine> AppendReferable<TMachine>(QemuCommand<TMachine> command, IReferable? record)
        where TMachine : IMachine
    {
        ArgumentNullException.ThrowIfNull(command);
        return record is IOption option ? command.Append(option) : command;
    }
}

using System.Security.Cryptography;

namespace QemuDsl.Ssh;

/// <summary>A command as the user's shell gets it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Mark">What it prints first.</param>
internal sealed record ShellLine(string Text, string Mark)
{
    /// <exception cref="ArgumentException">A word holds a NUL character.</exception>
    public static ShellLine Of(HostCommand command, bool sudo)
    {
        var mark = RandomNumberGenerator.GetHexString(32, lowercase: true);
        return new ShellLine(ShellText.Command(command, mark, sudo), mark);
    }
}

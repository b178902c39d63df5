using System.Reflection;
using System.Runtime.CompilerServices;

namespace QemuDsl.Ssh;

/// <summary>The lock under which a channel is closed.</summary>
/// <remarks>
/// SSH.NET 2026.0.0 does not take it to send data, and looks whether the channel is open before it takes it to send the end of the data. What is sent
/// after the channel's end makes sshd close the connection and with it every VM on it ("packet referred to nonexistent channel").
/// </remarks>
internal sealed class ChannelGate
{
    private const string ChannelType = "Renci.SshNet.Channels.Channel, Renci.SshNet";

    private readonly object _channel;
    private readonly Lock _closing;

    private ChannelGate(object channel, Lock closing)
    {
        _channel = channel;
        _closing = closing;
    }

    /// <summary>Whether the channel is open; it stays so while the gate is held.</summary>
    public bool IsOpen => GetIsOpen(_channel);

    /// <summary>How many bytes the other side is ready to take.</summary>
    public uint Room => Window(_channel) ?? 0;

    /// <param name="input">The input stream of a command.</param>
    /// <returns>Nothing where it is that of another version of SSH.NET.</returns>
    public static ChannelGate? Of(Stream input)
    {
        try
        {
            var type = Type.GetType("Renci.SshNet.Common.ChannelInputStream, Renci.SshNet");
            var field = type?.GetField("_channel", BindingFlags.Instance | BindingFlags.NonPublic);
            var channel = field?.DeclaringType!.IsInstanceOfType(input) is true ? field.GetValue(input) : null;
            return channel is null || Window(channel) is null ? null : new ChannelGate(channel, Closing(channel));
        }
        catch (Exception changed) when (changed is MissingMemberException or TypeLoadException or InvalidCastException)
        {
            return null;
        }
    }

    /// <summary>Keeps the channel from being closed. Nothing that waits for the other side may be done meanwhile: its messages would not be read.</summary>
    public Lock.Scope Enter() => _closing.EnterScope();

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_messagingLock")]
    private static extern ref Lock Closing([UnsafeAccessorType(ChannelType)] object channel);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_remoteWindowSize")]
    private static extern ref uint? Window([UnsafeAccessorType(ChannelType)] object channel);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_IsOpen")]
    private static extern bool GetIsOpen([UnsafeAccessorType(ChannelType)] object channel);
}

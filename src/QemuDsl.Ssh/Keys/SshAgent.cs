using System.Buffers.Binary;
using System.Net.Sockets;

namespace QemuDsl.Ssh;

/// <summary>A running <c>ssh-agent</c>, by its protocol (draft-ietf-sshm-ssh-agent).</summary>
internal static class SshAgent
{
    private const byte RequestIdentities = 11;
    private const byte IdentitiesAnswer = 12;
    private const byte SignRequest = 13;
    private const byte SignResponse = 14;
    private const int LongestAnswer = 256 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The keys it holds; none when it does not answer.</summary>
    public static IReadOnlyList<AgentIdentity> Identities(string socket)
    {
        try
        {
            var answer = (ReadOnlySpan<byte>)Ask(socket, IdentitiesAnswer, [RequestIdentities]);
            var identities = new List<AgentIdentity>();
            for (var count = AgentMessage.TakeNumber(ref answer); count > 0; count--)
            {
                identities.Add(new AgentIdentity(socket, AgentMessage.Take(ref answer).ToArray()));
                _ = AgentMessage.Take(ref answer);
            }

            return identities;
        }
        catch (Exception failure) when (failure is SocketException or IOException or InvalidDataException)
        {
            // OpenSSH goes on without an agent, too.
            return [];
        }
    }

    /// <summary>A signature, as SSH wants it.</summary>
    public static byte[] Sign(string socket, byte[] blob, byte[] data, uint flags)
    {
        List<byte> request = [SignRequest];
        AgentMessage.Put(request, blob);
        AgentMessage.Put(request, data);
        AgentMessage.PutNumber(request, flags);
        var answer = (ReadOnlySpan<byte>)Ask(socket, SignResponse, [.. request]);
        return AgentMessage.Take(ref answer).ToArray();
    }

    private static byte[] Ask(string path, byte expected, byte[] request)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        using var stream = new NetworkStream(socket) { ReadTimeout = (int)Patience.TotalMilliseconds };
        List<byte> message = [];
        AgentMessage.Put(message, request);
        stream.Write([.. message]);

        var head = new byte[sizeof(uint)];
        stream.ReadExactly(head);
        var length = BinaryPrimitives.ReadUInt32BigEndian(head);
        if (length is 0 or > LongestAnswer)
        {
            throw new InvalidDataException($"The agent's answer has {length} bytes.");
        }

        var answer = new byte[length];
        stream.ReadExactly(answer);
        return answer[0] == expected ? answer[1..] : throw new InvalidDataException("The agent refused.");
    }
}

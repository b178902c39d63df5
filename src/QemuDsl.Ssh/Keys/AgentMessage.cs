using System.Buffers.Binary;
using System.Text;

namespace QemuDsl.Ssh;

/// <summary>Reads and writes the parts of messages: numbers of four bytes, and texts that begin with their length.</summary>
internal static class AgentMessage
{
    /// <summary>The type that a key begins with.</summary>
    public static string TypeOf(byte[] blob)
    {
        var rest = (ReadOnlySpan<byte>)blob;
        return Encoding.ASCII.GetString(Take(ref rest));
    }

    /// <summary>Takes a text off the front.</summary>
    /// <exception cref="InvalidDataException">It is longer than what is left.</exception>
    public static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest)
    {
        var length = TakeNumber(ref rest);
        if (length > rest.Length)
        {
            throw new InvalidDataException("The message ends inside a text.");
        }

        var text = rest[..(int)length];
        rest = rest[(int)length..];
        return text;
    }

    /// <summary>Takes a number off the front.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public static uint TakeNumber(ref ReadOnlySpan<byte> rest)
    {
        if (!BinaryPrimitives.TryReadUInt32BigEndian(rest, out var number))
        {
            throw new InvalidDataException("The message ends inside a number.");
        }

        rest = rest[sizeof(uint)..];
        return number;
    }

    public static void Put(List<byte> message, ReadOnlySpan<byte> text)
    {
        PutNumber(message, (uint)text.Length);
        message.AddRange(text);
    }

    public static void PutNumber(List<byte> message, uint number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        message.AddRange(bytes);
    }
}

using System.Text;

namespace QemuDsl.Runtime;

/// <summary>A line of the supervisor: a word and the rest. Only lines with the nonce of this start are ones.</summary>
internal readonly record struct SupervisorFrame(string Word, string Rest)
{
    public static SupervisorFrame? Parse(ReadOnlySpan<byte> line, string nonce)
    {
        var text = Encoding.UTF8.GetString(line);
        var head = $"@@{nonce} ";
        if (!text.StartsWith(head, StringComparison.Ordinal))
        {
            return null;
        }

        var body = text[head.Length..];
        var blank = body.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? new SupervisorFrame(body, "") : new SupervisorFrame(body[..blank], body[(blank + 1)..]);
    }
}

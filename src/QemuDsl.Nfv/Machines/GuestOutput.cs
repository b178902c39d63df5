using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace QemuDsl.Nfv;

/// <summary>
/// Divides what a guest writes to its console: what its workload writes between the marks of its init. The marks have a random word, so that no
/// workload writes one by chance; how the workload ended is in the last one too, should the port of <see cref="GuestReport"/> not be there yet.
/// </summary>
internal sealed partial class GuestOutput(string nonce)
{
    private const int LongestMark = 4096;

    private readonly byte[] _mark = Encoding.ASCII.GetBytes($"@@{nonce} ");
    private readonly StringBuilder _line = new();
    private byte[] _held = [];
    private bool _began;

    /// <summary>How the workload ended; null until it has.</summary>
    public WorkloadResult? Result { get; private set; }

    /// <summary>What the kernel said when it panicked; null if it has not.</summary>
    public string? Panic { get; private set; }

    /// <summary>Takes what the guest wrote and returns what of it, or of what was held back, is the workload's.</summary>
    public ReadOnlyMemory<byte> Take(ReadOnlySpan<byte> bytes)
    {
        LookForPanic(bytes);
        byte[] all = [.. _held, .. bytes];
        using var output = new MemoryStream();
        var rest = all.AsSpan();
        while (Result is null && rest.IndexOf(_mark) is >= 0 and var start && rest[start..].IndexOf((byte)'\n') is >= 0 and var length)
        {
            Keep(output, WithoutLineEnd(rest[..start]));
            Read(Encoding.UTF8.GetString(rest.Slice(start + _mark.Length, length - _mark.Length)).Trim());
            rest = rest[(start + length + 1)..];
        }

        var whole = Result is null ? CompletePart(rest) : 0;
        Keep(output, rest[..whole]);
        _held = Result is null ? rest[whole..].ToArray() : [];
        return output.ToArray();
    }

    private void Keep(MemoryStream output, ReadOnlySpan<byte> bytes)
    {
        if (_began)
        {
            output.Write(bytes);
        }
    }

    private void Read(string mark)
    {
        switch (mark.Split(' ', 2))
        {
            case ["begin"]:
                _began = true;
                break;
            case ["exit", var code] when int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number):
                Result = new WorkloadExited(number);
                break;
            case ["failed", var reason]:
                Result = new WorkloadFailed(reason);
                break;
        }
    }

    // Up to where a mark, or the line feed in front of one, may have begun.
    private int CompletePart(ReadOnlySpan<byte> rest)
    {
        var start = rest.IndexOf(_mark);
        if (start < 0)
        {
            start = rest.Length;
            for (var tail = Math.Min(_mark.Length, rest.Length); tail > 0; tail--)
            {
                if (_mark.AsSpan().StartsWith(rest[^tail..]))
                {
                    start = rest.Length - tail;
                    break;
                }
            }
        }

        return rest.Length - start > LongestMark ? rest.Length : WithoutLineEnd(rest[..start]).Length;
    }

    private static ReadOnlySpan<byte> WithoutLineEnd(ReadOnlySpan<byte> bytes) =>
        bytes.EndsWith("\r\n"u8) ? bytes[..^2] : bytes.EndsWith("\n"u8) ? bytes[..^1] : bytes;

    private void LookForPanic(ReadOnlySpan<byte> bytes)
    {
        if (Panic is not null)
        {
            return;
        }

        _line.Append(Encoding.UTF8.GetString(bytes));
        Panic = PanicLine().Match(_line.ToString()) is { Success: true } match ? match.Groups[1].Value : null;
        if (_line.Length > LongestMark)
        {
            _line.Remove(0, _line.Length - LongestMark);
        }
    }

    [GeneratedRegex(@"(Kernel panic - not syncing[^\r\n]*)[\r\n]", RegexOptions.CultureInvariant)]
    private static partial Regex PanicLine();
}

using System.Globalization;
using System.Net;

namespace QemuDsl.Automation;

/// <summary>
/// When a guest is ready, as text: <c>serial:REGEX</c>, <c>agent</c>, <c>tcp:PORT</c>, <c>ssh</c>, <c>cloud-init</c>, <c>qmp:EVENT</c>, or several joined
/// by <c> + </c> of which all must come.
/// </summary>
public sealed class ReadyExpression
{
    private const string Joint = " + ";
    private const string Forms = "Write serial:REGEX, agent, tcp:PORT, ssh, cloud-init or qmp:EVENT, or several of them joined by ' + '.";

    private readonly string _text;

    private ReadyExpression(string text, BootWait wait, bool needsAgent)
    {
        _text = text;
        Wait = wait;
        NeedsAgent = needsAgent;
    }

    /// <summary>The wait it describes.</summary>
    public BootWait Wait { get; }

    /// <summary>Whether the VM needs a port for the guest agent (<see cref="VmOptions.GuestAgent"/>).</summary>
    public bool NeedsAgent { get; }

    /// <summary>Reads an expression.</summary>
    /// <exception cref="AutomationException">It is none; the message tells where it goes wrong, and the forms there are.</exception>
    public static ReadyExpression Parse(string text)
    {
        var waits = new List<BootWait>();
        var needsAgent = false;
        var position = 0;
        foreach (var part in text.Split(Joint))
        {
            var word = part.Trim();
            waits.Add(Read(word, text, position + part.Length - part.TrimStart().Length));
            needsAgent |= word == "agent";
            position += part.Length + Joint.Length;
        }

        return new ReadyExpression(text, waits.Count == 1 ? waits[0] : Boot.All(waits), needsAgent);
    }

    /// <summary>A guest that writes this to its serial console.</summary>
    /// <exception cref="AutomationException">It is no regular expression that a wait can use.</exception>
    public static ReadyExpression Serial(string pattern) => new($"serial:{pattern}", Pattern(pattern, pattern, 0), needsAgent: false);

    /// <summary>The expression as it was written.</summary>
    public override string ToString() => _text;

    private static BootWait Read(string word, string text, int position)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var (form, value) = colon < 0 ? (word, null) : (word[..colon], word[(colon + 1)..]);
        var at = position + colon + 1;
        return (form, value) switch
        {
            ("serial", { Length: > 0 }) => Pattern(value, text, at),
            ("agent", null) => Boot.UntilAgentAnswers(),
            ("tcp", { Length: > 0 }) => Boot.UntilTcpPort(Port(value, text, at)),
            ("ssh", null) => Boot.UntilSsh(),
            ("cloud-init", null) => Boot.UntilCloudInitDone(),
            ("qmp", { Length: > 0 }) => Boot.UntilQmpEvent(value.All(IsOfEvent) ? value : throw Wrong(text, at, $"'{Shown.Text(value)}' is no QMP event")),
            ("", null) => throw Wrong(text, position, "a wait is missing"),
            ("serial" or "tcp" or "qmp", _) => throw Wrong(text, position, $"'{form}:' needs a value behind it"),
            ("agent" or "ssh" or "cloud-init", _) => throw Wrong(text, at, $"'{form}' takes no value"),
            _ => throw Wrong(text, position, $"'{Shown.Text(form)}' is no wait"),
        };
    }

    private static BootWait Pattern(string pattern, string text, int position)
    {
        try
        {
            return Boot.UntilSerial(pattern);
        }
        catch (ArgumentException wrong)
        {
            throw Wrong(text, position, wrong.Message.TrimEnd('.'), wrong);
        }
    }

    private static int Port(string value, string text, int position) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort
            ? port
            : throw Wrong(text, position, $"'{Shown.Text(value)}' is no port from 1 to {IPEndPoint.MaxPort}");

    private static bool IsOfEvent(char character) => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == '_';

    private static AutomationException Wrong(string text, int position, string problem, Exception? inner = null) => new(
        AutomationFailure.ReadyExpression,
        string.Create(CultureInfo.InvariantCulture, $"'{Shown.Text(text)}', character {position + 1}: {problem}. {Forms}"),
        inner);
}

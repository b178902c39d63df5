namespace QemuDsl.Runtime;

/// <summary>A line of <c>info usernet</c>: a forward, or a connection and how far its handshake with the guest has come.</summary>
internal sealed record UserNetRow(VmForward Forward, string State, int Descriptor)
{
    private const string Listening = "HOST_FORWARD";
    private const string Answered = "ESTABLISHED";

    public bool IsForward => State == Listening;

    /// <summary>Whether the guest has answered a connection that came in through this forward.</summary>
    public bool IsAnswered(VmForward forward) => State == Answered && Forward == forward;
}

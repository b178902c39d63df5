using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>
/// The QEMU guest agent (<c>qemu-ga</c>) in the guest. Calls wait for each other: the agent does one thing at a time. It is the guest's and
/// not trusted: no answer is waited for longer than <see cref="Timeout"/>, none is read that is too long or too deep.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The VM ends it; users have nothing to dispose.")]
public sealed partial class GuestAgentClient
{
    private readonly AgentChannel _channel;
    private readonly TimeProvider _time;

    internal GuestAgentClient(
        Func<CancellationToken, Task<Stream>> connect, Func<Exception, Task<Exception>> whyEnded, TimeProvider time)
    {
        _channel = new AgentChannel(connect, whyEnded, time);
        _time = time;
    }

    /// <summary>How long an answer may take, the wait for one's turn counted; 10 s unless set.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether it answers at all (<c>guest-ping</c>).</summary>
    /// <exception cref="GuestAgentException">It does not.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task PingAsync(CancellationToken cancellationToken = default) => AskAsync("guest-ping", null, cancellationToken);

    /// <summary>Any command of the agent, by its name.</summary>
    /// <param name="command">The command, such as <c>guest-get-users</c>.</param>
    /// <param name="arguments">Its arguments as an object; undefined for none.</param>
    /// <param name="cancellationToken">Ends the wait; the agent may still carry the command out.</param>
    /// <returns>What it returned.</returns>
    /// <exception cref="GuestAgentException">It refused, did not answer, or answered nonsense.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public async Task<JsonElement> ExecuteAsync(
        string command, JsonElement arguments = default, CancellationToken cancellationToken = default) =>
        (await _channel.ExecuteAsync(AgentCommand.Of(command, arguments), Timeout, cancellationToken).ConfigureAwait(false))!.Value;

    internal IAsyncDisposable Channel => _channel;

    /// <summary>A ping with a limit of its own.</summary>
    internal Task PingAsync(TimeSpan limit, CancellationToken cancellationToken) =>
        _channel.ExecuteAsync(new AgentCommand("guest-ping"), limit, cancellationToken);

    private async Task<AgentValue> AskAsync(string command, Action<Utf8JsonWriter>? arguments, CancellationToken cancellationToken)
    {
        var answer = await _channel.ExecuteAsync(new AgentCommand(command, arguments), Timeout, cancellationToken).ConfigureAwait(false);
        return new AgentValue(command, answer!.Value);
    }
}

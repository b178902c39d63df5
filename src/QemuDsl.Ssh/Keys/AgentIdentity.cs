using Renci.SshNet;
using Renci.SshNet.Security;

namespace QemuDsl.Ssh;

/// <summary>A key that an agent holds: it is asked to sign, the key itself stays with it.</summary>
internal sealed class AgentIdentity(string agentSocket, byte[] blob) : IPrivateKeySource
{
    // SSH_AGENT_RSA_SHA2_256 and _512 of the agent protocol.
    private const uint Sha256 = 2;
    private const uint Sha512 = 4;

    public IReadOnlyCollection<HostAlgorithm> HostKeyAlgorithms { get; } = AgentMessage.TypeOf(blob) switch
    {
        "ssh-rsa" =>
        [
            new AgentAlgorithm("rsa-sha2-512", agentSocket, blob, Sha512),
            new AgentAlgorithm("rsa-sha2-256", agentSocket, blob, Sha256),
        ],
        var type => [new AgentAlgorithm(type, agentSocket, blob, 0)],
    };
}

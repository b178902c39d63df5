using Renci.SshNet.Security;

namespace QemuDsl.Ssh;

/// <summary>One way in which a key of an agent signs.</summary>
internal sealed class AgentAlgorithm(string name, string agentSocket, byte[] blob, uint flags) : HostAlgorithm(name)
{
    public override byte[] Data => blob;

    // SSH.NET asks synchronously.
    public override byte[] Sign(byte[] data) => SshAgent.Sign(agentSocket, blob, data, flags);

    public override bool VerifySignature(byte[] data, byte[] signature) => throw new NotSupportedException("A key of an agent only signs.");
}

namespace QemuDsl.Runtime.Tests;

/// <summary>This machine, of which every use is a step: its QEMU connects to its owner.</summary>
internal sealed class WalkedMachine(IOwnMachine host, Walk walk) : WalkedHost(host, walk), IOwnMachine
{
    public QmpListener Listen(RunFiles files) => ((IOwnMachine)Step()).Listen(files);
}

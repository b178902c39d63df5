using QemuDsl.Ssh.Tests;

[assembly: AssemblyFixture(typeof(SshServer))]

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace QemuDsl.Ssh.Tests;

/// <summary>A private sshd on loopback, ended by its number.</summary>
internal sealed class SshDaemon : IAsyncDisposable
{
    private readonly Process _sshd;

    private SshDaemon(Process sshd, int port)
    {
        _sshd = sshd;
        Port = port;
    }

    public int Port { get; }

    public int Pid => _sshd.Id;

    /// <param name="sshd">The program, by its whole path.</param>
    /// <param name="file">Where its configuration is written.</param>
    /// <param name="lines">What the configuration says beside the address.</param>
    /// <param name="prefix">Program and arguments in front of it.</param>
    public static async Task<SshDaemon> StartAsync(string sshd, string file, string lines, params string[] prefix)
    {
        // Where root runs sshd, it wants the directory it is confined to; a package's service would have made it.
        if (Environment.IsPrivilegedProcess)
        {
            Directory.CreateDirectory("/run/sshd");
        }

        var port = FreePort();

        // A bash that is not the outermost reads no start-up files: what the account has there takes a while and is none of the tests'.
        await File.WriteAllTextAsync(
            file,
            $"""
            ListenAddress 127.0.0.1
            Port {port}
            PidFile none
            StrictModes no
            UsePAM no
            AllowStreamLocalForwarding no
            SetEnv SHLVL=1
            LogLevel ERROR
            {lines}

            """);
        string[] words = [.. prefix, sshd, "-D", "-e", "-f", file];
        var daemon = new SshDaemon(Process.Start(new ProcessStartInfo(words[0], words[1..]))!, port);
        await daemon.AnswersAsync();
        return daemon;
    }

    public async ValueTask DisposeAsync()
    {
        _sshd.Kill();
        await _sshd.WaitForExitAsync();
        _sshd.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task AnswersAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException) when (attempt < 500 && !_sshd.HasExited)
            {
                await Task.Delay(20);
            }
        }
    }
}

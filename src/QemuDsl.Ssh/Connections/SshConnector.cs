using System.Net.Sockets;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace QemuDsl.Ssh;

/// <summary>Connects and logs in, through other hosts where the configuration says so.</summary>
internal static class SshConnector
{
    private const string Loopback = "127.0.0.1";

    /// <summary>The client, and what must be closed after it.</summary>
    public static async Task<(SshClient Client, IReadOnlyList<IDisposable> Jumps)> ConnectAsync(SshHostOptions options, CancellationToken cancellationToken)
    {
        var jumps = new List<IDisposable>();
        try
        {
            var target = SshTargets.Of(options);
            var address = (target.Host, target.Port);
            SshClient? through = null;
            foreach (var hop in SshTargets.Route(options))
            {
                var hopTarget = SshTargets.Of(hop);
                var hopAddress = through is null ? (hopTarget.Host, hopTarget.Port) : Forward(through, hopTarget, jumps);
                through = await LogInAsync(hop, hopTarget, hopAddress, cancellationToken).ConfigureAwait(false);
                jumps.Add(through);
            }

            if (through is not null)
            {
                address = Forward(through, target, jumps);
            }

            return (await LogInAsync(options, target, address, cancellationToken).ConfigureAwait(false), jumps);
        }
        catch (Exception failure)
        {
            jumps.Reverse();
            jumps.ForEach(static jump => jump.Dispose());
            if (failure is IOException or UnauthorizedAccessException or SocketException)
            {
                throw new HostException(options.Host, $"what is needed to connect cannot be opened: {failure.Message}", failure);
            }

            throw;
        }
    }

    private static (string Host, int Port) Forward(SshClient through, SshTarget target, List<IDisposable> jumps)
    {
        var port = new ForwardedPortLocal(Loopback, 0, target.Host, (uint)target.Port);
        through.AddForwardedPort(port);
        port.Start();
        jumps.Add(port);
        return (Loopback, (int)port.BoundPort);
    }

    private static async Task<SshClient> LogInAsync(
        SshHostOptions options, SshTarget target, (string Host, int Port) address, CancellationToken cancellationToken)
    {
        var methods = Credentials.Of(target, options);
        if (methods.Length == 0)
        {
            throw new HostException(
                options.Host, $"there is nothing to log in with as {target.User}. Set SshHostOptions.IdentityFiles or Password, or run an ssh-agent.");
        }

        var check = new HostKeyCheck(target.Host, target.Port, target.KnownHostsFiles, options.HostKeyPolicy, options.TimeProvider);
        var connection = new ConnectionInfo(address.Host, address.Port, target.User, methods) { Timeout = options.ConnectTimeout };
        check.Narrow(connection);
        var client = new SshClient(connection);
        client.HostKeyReceived += check.Received;
        var connecting = client.ConnectAsync(cancellationToken);
        try
        {
            // SSH.NET does not look at the token while it agrees with the peer on ciphers and keys.
            await connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
            return client;
        }
        catch (Exception failure) when (failure is SshException or SocketException or IOException or InvalidOperationException)
        {
            client.Dispose();
            throw new HostException(options.Host, check.Refusal ?? Explain(failure, target), failure);
        }
        catch
        {
            // Not before: it would connect all the same, and nobody would ever close it.
            _ = connecting.ContinueWith(static (_, client) => ((SshClient)client!).Dispose(), client, TaskScheduler.Default);
            throw;
        }
    }

    private static string Explain(Exception failure, SshTarget target) => failure switch
    {
        SshAuthenticationException => $"{target.User} may not log in: {failure.Message} Tried: {string.Join(", ", target.IdentityFiles.Where(File.Exists))}. "
            + "Check user, keys and the agent; 'ssh -v' to the same host tells more.",
        SshOperationTimeoutException => $"{target.Host} port {target.Port} does not answer in time: {failure.Message}",
        _ => $"{target.Host} port {target.Port} cannot be reached: {failure.Message}",
    };
}

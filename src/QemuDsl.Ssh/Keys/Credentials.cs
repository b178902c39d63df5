using Renci.SshNet;
using Renci.SshNet.Common;

namespace QemuDsl.Ssh;

/// <summary>What a user logs in with: keys of files, keys of an agent, a password.</summary>
internal static class Credentials
{
    public static AuthenticationMethod[] Of(SshTarget target, SshHostOptions options)
    {
        var keys = new List<IPrivateKeySource>();
        foreach (var file in target.IdentityFiles)
        {
            AddKey(keys, file, options);
        }

        if (options.UseAgent && (options.AgentSocket ?? Environment.GetEnvironmentVariable("SSH_AUTH_SOCK")) is { Length: > 0 } agent)
        {
            keys.AddRange(SshAgent.Identities(agent));
        }

        var methods = new List<AuthenticationMethod>();
        if (keys.Count > 0)
        {
            methods.Add(new PrivateKeyAuthenticationMethod(target.User, [.. keys]));
        }

        if (options.Password is { } password)
        {
            methods.Add(new PasswordAuthenticationMethod(target.User, password));
            methods.Add(Interactive(target.User, password));
        }

        return [.. methods];
    }

    // The keys that nobody named are tried where they exist; one that was named must be there.
    private static void AddKey(List<IPrivateKeySource> keys, string file, SshHostOptions options)
    {
        if (!File.Exists(file))
        {
            if (options.IdentityFiles?.Contains(file) == true)
            {
                throw new HostException(options.Host, $"the key file {file} does not exist. Correct SshHostOptions.IdentityFiles.");
            }

            return;
        }

        try
        {
            if (File.Exists(file + "-cert.pub"))
            {
                keys.Add(new PrivateKeyFile(file, options.Passphrase, file + "-cert.pub"));
            }

            keys.Add(new PrivateKeyFile(file, options.Passphrase));
        }
        catch (SshPassPhraseNullOrEmptyException)
        {
            if (options.IdentityFiles is not null)
            {
                throw new HostException(options.Host, $"the key file {file} is encrypted. Set SshHostOptions.Passphrase, or add the key to an agent (ssh-add {file}).");
            }
        }
        catch (Exception failure) when (failure is SshException or IOException or UnauthorizedAccessException or InvalidOperationException or FormatException or System.Security.Cryptography.CryptographicException)
        {
            throw new HostException(options.Host, $"the key file {file} cannot be read: {failure.Message}. Check the file, its mode and SshHostOptions.Passphrase.", failure);
        }
    }

    // What many servers call a password: one question without an echo.
    private static KeyboardInteractiveAuthenticationMethod Interactive(string user, string password)
    {
        var method = new KeyboardInteractiveAuthenticationMethod(user);
        method.AuthenticationPrompt += (_, asked) =>
        {
            foreach (var prompt in asked.Prompts.Where(static prompt => !prompt.IsEchoed))
            {
                prompt.Response = password;
            }
        };
        return method;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace QemuDsl.Ssh;

/// <summary>Hosts over SSH as services.</summary>
public static class SshQemuBuilderExtensions
{
    /// <summary>Adds a host that is reached over SSH, under a key; it is connected to when something is asked of it.</summary>
    /// <param name="builder">What <c>AddQemu</c> returned.</param>
    /// <param name="key">The key.</param>
    /// <param name="options">How it is reached; logger and clock of the container come in place of theirs.</param>
    public static QemuBuilder AddSshHost(this QemuBuilder builder, string key, SshHostOptions options) =>
        builder.AddHost(key, provider => new SshHost(options with
        {
            LoggerFactory = provider.GetService<ILoggerFactory>() ?? options.LoggerFactory,
            TimeProvider = provider.GetService<TimeProvider>() ?? options.TimeProvider,
        }));
}

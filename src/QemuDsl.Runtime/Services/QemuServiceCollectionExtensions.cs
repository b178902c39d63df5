using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using QemuDsl.Runtime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Virtual machines as services.</summary>
public static class QemuServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IVmHost"/>, this machine unless there is one already, and <see cref="VmLauncher"/>, whose VMs end with the container. They use the
    /// container's <see cref="ILoggerFactory"/>, <see cref="TimeProvider"/> and <see cref="IProgress{T}"/> of <see cref="BootProgress"/> where it has them.
    /// </summary>
    /// <param name="services">The container's services.</param>
    /// <param name="options">Settings of this machine; logger and clock of the container come in place of theirs. The defaults when null.</param>
    /// <returns>Adds more hosts.</returns>
    public static QemuBuilder AddQemu(this IServiceCollection services, LocalHostOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IVmHost>(provider => new LocalHost((options ?? new LocalHostOptions()) with
        {
            LoggerFactory = provider.GetService<ILoggerFactory>() ?? options?.LoggerFactory ?? NullLoggerFactory.Instance,
            TimeProvider = provider.GetService<TimeProvider>() ?? options?.TimeProvider ?? TimeProvider.System,
        }));
        services.TryAddSingleton(static provider => new VmLauncher(
            provider.GetRequiredService<IVmHost>(), provider.GetService<IProgress<BootProgress>>()));
        return new QemuBuilder(services);
    }
}

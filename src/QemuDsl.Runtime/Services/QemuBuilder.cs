using Microsoft.Extensions.DependencyInjection;

namespace QemuDsl.Runtime;

/// <summary>Adds hosts to a container's services.</summary>
public sealed class QemuBuilder
{
    internal QemuBuilder(IServiceCollection services) => Services = services;

    /// <summary>The container's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a host under a key: a service asks for it by <c>[FromKeyedServices("lab3")] IVmHost</c>. The container disposes it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="create">Makes the host when it is first asked for.</param>
    public QemuBuilder AddHost(string key, Func<IServiceProvider, IVmHost> create)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(create);
        Services.AddKeyedSingleton(key, (provider, _) => create(provider));
        return this;
    }
}

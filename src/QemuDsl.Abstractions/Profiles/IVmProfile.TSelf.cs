using System.Text.Json;

namespace QemuDsl;

/// <summary>A profile that can be read from JSON.</summary>
/// <typeparam name="TSelf">The profile itself.</typeparam>
public interface IVmProfile<TSelf> : IVmProfile
    where TSelf : IVmProfile<TSelf>
{
    /// <summary>The records its JSON can hold: QEMU's own and those of the profile's assembly.</summary>
    static abstract QemuCatalog Catalog { get; }

    /// <summary>Reads a profile.</summary>
    /// <param name="json">An object with the profile's properties in camel case.</param>
    /// <param name="catalog">The records it can hold.</param>
    /// <exception cref="QemuJsonException">A name, type or value is wrong; the message says where.</exception>
    static abstract TSelf ReadJson(JsonElement json, QemuCatalog catalog);
}

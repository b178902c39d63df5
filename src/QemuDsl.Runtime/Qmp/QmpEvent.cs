using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>An event of QEMU.</summary>
/// <param name="Name">Its name, such as <c>SHUTDOWN</c>.</param>
/// <param name="Data">Its data; undefined when it has none.</param>
/// <param name="Timestamp">When QEMU sent it, by the host's clock.</param>
public sealed record QmpEvent(string Name, JsonElement Data, DateTimeOffset Timestamp);

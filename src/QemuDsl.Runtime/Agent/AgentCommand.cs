using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>A command of the guest agent, as it is sent.</summary>
/// <param name="Name">Its name, such as <c>guest-ping</c>.</param>
/// <param name="WriteArguments">Writes its arguments into an object; null for none.</param>
internal sealed record AgentCommand(string Name, Action<Utf8JsonWriter>? WriteArguments = null)
{
    /// <summary>Whether the agent may never answer, because it has ended by then.</summary>
    public bool MayStaySilent { get; init; }

    /// <summary>Told when it goes out: from then on nobody knows whether it was done until the agent answers.</summary>
    public Action? Sending { get; init; }

    public static AgentCommand Of(string name, JsonElement arguments) => arguments.ValueKind switch
    {
        JsonValueKind.Undefined => new AgentCommand(name),
        JsonValueKind.Object => new AgentCommand(name, writer =>
        {
            foreach (var property in arguments.EnumerateObject())
            {
                property.WriteTo(writer);
            }
        }),
        _ => throw new ArgumentException("Arguments of a command are a JSON object.", nameof(arguments)),
    };

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("execute", Name);
            if (WriteArguments is not null)
            {
                writer.WriteStartObject("arguments");
                WriteArguments(writer);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}

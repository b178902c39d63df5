using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>
/// What another program needs to find a VM again. The supervisor writes it into the run directory, behind the process numbers it knows.
/// </summary>
internal static class VmState
{
    /// <summary>The last properties of the JSON object and its end, in one line.</summary>
    public static ReadOnlyMemory<byte> Write(RunFiles files, IQemuCommand command)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("controlSocket", files.ControlSocket);
            writer.WriteString("program", command.Program);
            writer.WriteStartArray("arguments");
            foreach (var argument in MaskedCommand.Arguments(command))
            {
                writer.WriteStringValue(argument);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return stream.ToArray().AsMemory("{".Length);
    }
}

using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>Writes what another program needs to find a VM again: its process, told from recycled numbers and rebooted hosts.</summary>
internal static class VmState
{
    public static async Task WriteAsync(
        IVmHost host, RunFiles files, VirtualMachine vm, IQemuCommand command, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteNumber("pid", vm.Pid);
            writer.WriteNumber("startTime", vm.ProcessStartTime);
            writer.WriteString("bootId", vm.BootId);
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

        await host.WriteFileAsync(files.State, stream.ToArray(), cancellationToken).ConfigureAwait(false);
    }
}

using System.Text;
using QemuDsl.Runtime;

namespace QemuDsl.Tool.Output;

/// <summary>Prints what the guest says, as it says it.</summary>
internal static class ConsoleCopy
{
    public static async Task RunAsync(VirtualMachine vm, ProgressView progress)
    {
        if (!vm.HasSerial)
        {
            return;
        }

        var decoder = Encoding.UTF8.GetDecoder();
        var characters = new char[Encoding.UTF8.GetMaxCharCount(16 * 1024)];
        await foreach (var bytes in vm.Serial.ReadAsync().ConfigureAwait(false))
        {
            var count = decoder.GetChars(bytes.Span, characters, flush: false);
            progress.Guest(characters.AsSpan(0, count));
        }
    }
}

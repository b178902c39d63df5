using System.Text;
using Microsoft.Win32.SafeHandles;
using QemuDsl.Runtime;
using QemuDsl.Tool.Output;

namespace QemuDsl.Tool.Commands;

/// <summary>Somebody at the serial console of a VM.</summary>
internal sealed class ConsoleSession(VirtualMachine vm, TextWriter output, TextWriter errors, bool asJson)
{
    // Ctrl-], as telnet and virsh have it.
    private const byte Leave = 0x1d;

    /// <summary>Returns when somebody has left, or the VM has ended.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await errors.WriteAsync("Connected. Ctrl-] leaves.\r\n").ConfigureAwait(false);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var showing = ShowAsync(ending.Token);
        var typing = TypeAsync(ending.Token);
        var first = await Task.WhenAny(showing, typing).ConfigureAwait(false);
        if (first == typing && !await typing.ConfigureAwait(false))
        {
            // Nobody types any more, and somebody may still read.
            await showing.ConfigureAwait(false);
        }

        var ended = showing.IsCompleted;
        await ending.CancelAsync().ConfigureAwait(false);
        await showing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        await errors.WriteAsync(ended ? "\r\nThe VM has ended.\r\n" : "\r\nLeft; the VM goes on.\r\n").ConfigureAwait(false);
        await EndAsync().ConfigureAwait(false);
    }

    /// <summary>The last line of JSON, where that is asked for.</summary>
    private Task EndAsync() => asJson ? output.WriteLineAsync(new JsonLine { ExitCode = ExitCodes.Done }.ToString()) : Task.CompletedTask;

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var decoder = Encoding.UTF8.GetDecoder();
        await foreach (var bytes in vm.Serial.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var characters = new char[decoder.GetCharCount(bytes.Span, flush: false)];
            decoder.GetChars(bytes.Span, characters, flush: false);
            var text = asJson ? $"{new JsonLine { Serial = new string(characters) }}\n".ToCharArray() : characters;
            await output.WriteAsync(text, cancellationToken).ConfigureAwait(false);
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // Whether somebody has left; else the input has ended. A read of a terminal cannot be cancelled: it ends with this program.
    private async Task<bool> TypeAsync(CancellationToken cancellationToken)
    {
        // Not Console.OpenStandardInput, which edits lines where it reads a terminal.
        using var handle = new SafeFileHandle(0, ownsHandle: false);
        var input = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        await using (input.ConfigureAwait(false))
        {
            var buffer = new byte[1024];
            while (await input.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
            {
                var leave = buffer.AsSpan(0, count).IndexOf(Leave);
                await vm.Serial.WriteAsync(buffer.AsMemory(0, leave < 0 ? count : leave), cancellationToken).ConfigureAwait(false);
                if (leave >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }
}

using System.Text.Json;

namespace QemuDsl.Xunit;

/// <summary>A VM whose console and QMP events go to the tests' output.</summary>
internal sealed class FollowedVm : IAsyncDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private readonly VmOutput _output;
    private readonly Task _following;

    public FollowedVm(VirtualMachine vm, VmOutput output)
    {
        Vm = vm;
        _output = output;
        var lines = vm.HasSerial ? vm.Serial.ReadLinesAsync(_ending.Token) : AsyncEnumerable.Empty<string>();
        _following = Task.WhenAll(FollowAsync("serial", lines), FollowAsync("qmp", vm.EventsAsync(_ending.Token).Select(Text)));
    }

    public VirtualMachine Vm { get; }

    public async ValueTask DisposeAsync()
    {
        await Vm.DisposeAsync().ConfigureAwait(false);
        await _ending.CancelAsync().ConfigureAwait(false);
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending.Dispose();
    }

    private async Task FollowAsync(string channel, IAsyncEnumerable<string> lines)
    {
        await foreach (var line in lines.ConfigureAwait(false))
        {
            _output.Write(channel, line);
        }
    }

    private static string Text(QmpEvent raised) =>
        raised.Data.ValueKind == JsonValueKind.Undefined ? raised.Name : $"{raised.Name} {raised.Data.GetRawText()}";
}

using System.Globalization;
using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>Finds the threads of a VM: <c>/proc</c> tells which there are, QMP which of them are vCPUs and I/O threads.</summary>
internal sealed class ThreadFinder(IVmHost host, QmpClient qmp, int pid)
{
    // What a set of CPUs can hold; QEMU's machines end long before.
    private const int MaxVCpu = 65_535;

    public async Task<IReadOnlyList<VmThread>> FindAsync(CancellationToken cancellationToken)
    {
        // Side by side: on a remote host each is a round trip.
        var listed = ListAsync(cancellationToken);
        var roles = RolesAsync(cancellationToken);
        await Task.WhenAll(listed, roles).ConfigureAwait(false);
        return Classify(await listed.ConfigureAwait(false), await roles.ConfigureAwait(false));
    }

    /// <summary>The threads there are, kinds still unknown: one exec.</summary>
    public async Task<IReadOnlyList<VmThread>> ListAsync(CancellationToken cancellationToken)
    {
        var id = pid.ToString(CultureInfo.InvariantCulture);
        var result = await HostShell.RunAsync(host, "list-threads.sh", [id], cancellationToken).ConfigureAwait(false);
        return [.. result.Output.Split('\n').Select(Parse).OfType<VmThread>()];
    }

    /// <summary>Tells what threads of such a list do.</summary>
    public async Task<IReadOnlyList<VmThread>> ClassifyAsync(IReadOnlyList<VmThread> listed, CancellationToken cancellationToken) =>
        Classify(listed, await RolesAsync(cancellationToken).ConfigureAwait(false));

    private async Task<Roles> RolesAsync(CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(
            qmp.ExecuteAsync("query-cpus-fast", default, cancellationToken), qmp.ExecuteAsync("query-iothreads", default, cancellationToken)).ConfigureAwait(false);
        return new Roles(
            Items(answers[0], "cpu-index", static value => value.TryGetInt32(out var index) ? index : -1, JsonValueKind.Number),
            Items(answers[1], "id", static value => value.GetString()!, JsonValueKind.String));
    }

    private VmThread? Parse(string line)
    {
        var fields = line.Split(' ', 3);
        if (fields.Length < 3 || !int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        var isVhost = fields[2] == string.Create(CultureInfo.InvariantCulture, $"vhost-{pid}");
        return new VmThread(id, isVhost ? VmThreadKind.Vhost : VmThreadKind.Worker, fields[2]) { IsKernel = fields[0] == "kernel" };
    }

    private List<VmThread> Classify(IReadOnlyList<VmThread> listed, Roles roles) =>
        [.. listed.Select(thread => Classify(thread, roles.VCpus[thread.Id].Where(static index => index is >= 0 and <= MaxVCpu), roles.IoThreads[thread.Id].FirstOrDefault()))];

    private VmThread Classify(VmThread thread, IEnumerable<int> vcpus, string? ioThread) => thread switch
    {
        { Kind: VmThreadKind.Vhost } => thread,
        _ when CpuSet.Of(vcpus) is { Count: > 0 } set => thread with { Kind = VmThreadKind.VCpu, VCpus = set },
        _ when ioThread is not null => thread with { Kind = VmThreadKind.IoThread, IoThread = ioThread },
        _ when thread.Id == pid => thread with { Kind = VmThreadKind.Emulator },
        _ => thread,
    };

    // What each thread is, by its number. QEMU is not trusted to answer as its schema says.
    private static ILookup<int, T> Items<T>(JsonElement answer, string key, Func<JsonElement, T> read, JsonValueKind kind)
    {
        if (answer.ValueKind != JsonValueKind.Array)
        {
            throw new QmpProtocolException("a list of threads was expected", answer.ToString());
        }

        return answer.EnumerateArray()
            .Where(item => item.ValueKind == JsonValueKind.Object
                && item.TryGetProperty("thread-id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out _)
                && item.TryGetProperty(key, out var value) && value.ValueKind == kind)
            .ToLookup(static item => item.GetProperty("thread-id").GetInt32(), item => read(item.GetProperty(key)));
    }

    private sealed record Roles(ILookup<int, int> VCpus, ILookup<int, string> IoThreads);
}

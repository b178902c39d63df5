using System.Globalization;
using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>Finds the threads of a VM: <c>/proc</c> tells which there are, QMP which of them are vCPUs and I/O threads.</summary>
internal sealed class ThreadFinder(QmpClient qmp, int pid)
{
    public async Task<IReadOnlyList<VmThread>> FindAsync(IShell shell, CancellationToken cancellationToken)
    {
        // Side by side: on a remote host each is a round trip.
        var listed = ListAsync(shell, cancellationToken);
        var roles = RolesAsync(cancellationToken);
        await Task.WhenAll(listed, roles).ConfigureAwait(false);
        return Classify(await listed.ConfigureAwait(false), await roles.ConfigureAwait(false));
    }

    /// <summary>The threads there are, kinds still unknown.</summary>
    public async Task<IReadOnlyList<VmThread>> ListAsync(IShell shell, CancellationToken cancellationToken)
    {
        var id = pid.ToString(CultureInfo.InvariantCulture);
        var result = await shell.RunAsync("list-threads.sh", [id], cancellationToken).ConfigureAwait(false);
        return [.. result.Output.Split('\n').Select(Parse).OfType<VmThread>()];
    }

    /// <summary>Tells what threads of such a list do.</summary>
    public async Task<IReadOnlyList<VmThread>> ClassifyAsync(IReadOnlyList<VmThread> listed, CancellationToken cancellationToken) =>
        Classify(listed, await RolesAsync(cancellationToken).ConfigureAwait(false));

    private async Task<Roles> RolesAsync(CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(
            qmp.ExecuteAsync("query-cpus-fast", default, cancellationToken),
            qmp.ExecuteAsync("query-iothreads", default, cancellationToken)).ConfigureAwait(false);
        return new Roles(
            Items(answers[0], "cpu-index", JsonValueKind.Number)
                .Where(static item => item.Value.TryGetUInt16(out _))
                .ToLookup(static item => item.Thread, static item => (int)item.Value.GetUInt16()),
            Items(answers[1], "id", JsonValueKind.String).ToLookup(static item => item.Thread, static item => item.Value.GetString()!));
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
        [.. listed.Select(thread => Classify(thread, roles.VCpus[thread.Id], roles.IoThreads[thread.Id].FirstOrDefault()))];

    private VmThread Classify(VmThread thread, IEnumerable<int> vcpus, string? ioThread) => thread switch
    {
        { Kind: VmThreadKind.Vhost } => thread,
        _ when CpuSet.Of(vcpus) is { Count: > 0 } set => thread with { Kind = VmThreadKind.VCpu, VCpus = set },
        _ when ioThread is not null => thread with { Kind = VmThreadKind.IoThread, IoThread = ioThread },
        _ when thread.Id == pid => thread with { Kind = VmThreadKind.Emulator },
        _ => thread,
    };

    // QEMU is not trusted to answer as its schema says.
    private static IEnumerable<(int Thread, JsonElement Value)> Items(JsonElement answer, string key, JsonValueKind kind)
    {
        if (answer.ValueKind != JsonValueKind.Array)
        {
            throw new QmpProtocolException("a list of threads was expected", answer.ToString());
        }

        foreach (var item in answer.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object
                && item.TryGetProperty("thread-id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out var thread)
                && item.TryGetProperty(key, out var value) && value.ValueKind == kind)
            {
                yield return (thread, value);
            }
        }
    }

    private sealed record Roles(ILookup<int, int> VCpus, ILookup<int, string> IoThreads);
}

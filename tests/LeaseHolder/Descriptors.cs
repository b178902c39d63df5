using Microsoft.Win32.SafeHandles;
using QemuDsl;
using QemuDsl.Runtime;

namespace LeaseHolder;

/// <summary>An owner that has no descriptors left, at every single place that would need one.</summary>
internal static class Descriptors
{
    // Starts VMs with no descriptor left, with one, with two, until one runs, whose end then has none. Prints "NUMBER TYPE: MESSAGE" for each.
    public static async Task ExhaustAsync(IVmHost host, RawCommand command)
    {
        await LoadAsync(host, command);
        var runs = false;
        for (var left = 0; !runs; left++)
        {
            var all = TakeAll();
            Free(all, left);
            try
            {
                await using var vm = await host.StartAsync(command);
                runs = true;
                all.AddRange(TakeAll());
            }
            catch (QemuException failure)
            {
                Free(all, all.Count);
                await TellAsync(left, failure);
            }
            finally
            {
                Free(all, all.Count);
            }
        }

        await AgainAsync(host, command);
    }

    // Starts one on a host that is to be connected to, with no descriptor left, and prints the same. With one or two left it is not ours what
    // becomes of it: .NET starts no thread without a pipe, and ends a program that has none where it needs one.
    public static async Task StarveAsync(Func<IVmHost> open, RawCommand command)
    {
        var loading = open();
        await LoadAsync(loading, command);
        await Hosts.CloseAsync(loading);
        var host = open();
        var all = TakeAll();
        try
        {
            await using var vm = await host.StartAsync(command);
        }
        catch (QemuException failure)
        {
            Free(all, all.Count);
            await TellAsync(0, failure);
        }

        await AgainAsync(host, command);
        await Hosts.CloseAsync(host);
    }

    // What the first start loads is there then.
    private static async Task LoadAsync(IVmHost host, RawCommand command)
    {
        await using var first = await host.StartAsync(command);
    }

    private static Task TellAsync(int left, QemuException failure) =>
        Modes.SayAsync($"{left} {failure.GetType().Name}: {failure.Message.ReplaceLineEndings(" ")}");

    private static async Task AgainAsync(IVmHost host, RawCommand command)
    {
        await using var again = await host.StartAsync(command);
        await Modes.SayAsync($"again {(await again.Qmp.ExecuteAsync("query-status")).GetProperty("status")}");
    }

    private static List<SafeFileHandle> TakeAll()
    {
        var all = new List<SafeFileHandle>();
        try
        {
            while (true)
            {
                all.Add(File.OpenHandle("/dev/null"));
            }
        }
        catch (IOException)
        {
            return all;
        }
    }

    private static void Free(List<SafeFileHandle> all, int count)
    {
        foreach (var handle in all[^count..])
        {
            handle.Dispose();
        }

        all.RemoveRange(all.Count - count, count);
    }
}

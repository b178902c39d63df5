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
        // What the first start loads is there then.
        await using (await host.StartAsync(command))
        {
        }

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
                await Modes.SayAsync($"{left} {failure.GetType().Name}: {failure.Message.ReplaceLineEndings(" ")}");
            }
            finally
            {
                Free(all, all.Count);
            }
        }

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

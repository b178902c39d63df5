using System.Text;
using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>The modules of a kernel and what they depend on (<c>modules.dep</c> and <c>modules.builtin</c>, depmod(8)).</summary>
internal sealed class KernelModules
{
    private const int LargestList = 16 << 20;

    private readonly Dictionary<string, (string File, string[] Needs)> _modules = [];
    private readonly HashSet<string> _builtin;

    private KernelModules(string dependencies, string builtin)
    {
        _builtin = [.. builtin.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(NameOf)];
        foreach (var line in dependencies.Split('\n'))
        {
            if (line.Split(':', 2) is [var file, var needs])
            {
                _modules[NameOf(file)] = (file, [.. needs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(NameOf)]);
            }
        }
    }

    public static async Task<KernelModules> ReadAsync(IVmHost host, KernelFiles kernel, CancellationToken cancellationToken)
    {
        var dependencies = $"{kernel.Modules}/modules.dep";
        var text = await host.ReadBytesAsync(dependencies, LargestList, cancellationToken).ConfigureAwait(false)
            ?? throw new HostException(host.Name, $"'{dependencies}' is missing. Install the package of kernel {kernel.Version} with its modules, or run depmod.");
        var builtin = await host.ReadBytesAsync($"{kernel.Modules}/modules.builtin", LargestList, cancellationToken).ConfigureAwait(false);
        return Parse(Encoding.UTF8.GetString(text), Encoding.UTF8.GetString(builtin ?? []));
    }

    public static KernelModules Parse(string dependencies, string builtin) => new(dependencies, builtin);

    /// <summary>The files of modules and of all they need, in the order they can be loaded in; without what the kernel has built in.</summary>
    /// <exception cref="ArgumentException">There is no such module.</exception>
    public IReadOnlyList<string> InOrder(IEnumerable<string> names)
    {
        var files = new List<string>();
        var seen = new HashSet<string>();
        foreach (var name in names)
        {
            Add(NameOf(name), files, seen);
        }

        return files;
    }

    // A hyphen and an underscore are the same in a module's name.
    public static string NameOf(string file)
    {
        var name = file[(file.LastIndexOf('/') + 1)..];
        var end = name.IndexOf(".ko", StringComparison.Ordinal);
        return (end < 0 ? name : name[..end]).Replace('-', '_');
    }

    private void Add(string name, List<string> files, HashSet<string> seen)
    {
        if (!seen.Add(name))
        {
            return;
        }

        if (_modules.TryGetValue(name, out var module))
        {
            foreach (var needed in module.Needs)
            {
                Add(needed, files, seen);
            }

            files.Add(module.File);
        }
        else if (!_builtin.Contains(name))
        {
            throw new ArgumentException($"The kernel has no module '{name}'.");
        }
    }
}

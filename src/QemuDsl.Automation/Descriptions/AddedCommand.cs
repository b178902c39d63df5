using System.Globalization;
using System.Text.Json.Nodes;

namespace QemuDsl.Automation;

/// <summary>A command with additions. They are made to its text, because the records of a profile stay in the process that loaded them.</summary>
internal sealed class AddedCommand(IQemuCommand inner, VmAdditions additions) : IQemuCommand
{
    private const string Netdev = "qemu-dsl-forwards";

    public string Program => inner.Program;

    public IReadOnlyList<string> Arguments => Add(inner.Arguments);

    public IReadOnlyList<IOption> Options => inner.Options;

    public IReadOnlyList<SecretFile> SecretFiles => inner.SecretFiles;

    public IReadOnlyList<string> Render(string secretDirectory) => Add(inner.Render(secretDirectory));

    public string? IdOf(IOption option) => inner.IdOf(option);

    public IReadOnlyList<Finding> Check(QemuVersion? version = null) => inner.Check(version);

    public QemuRefusal? Explain(string line) => inner.Explain(line);

    private List<string> Add(IReadOnlyList<string> arguments)
    {
        var all = arguments.ToList();
        if (additions.Memory is { } memory)
        {
            // QEMU merges several -m, and the last one wins.
            all.AddRange(["-m", $"size={memory}"]);
        }

        if (additions.ForwardTcp.Count > 0)
        {
            Forward(all);
        }

        return all;
    }

    private void Forward(List<string> arguments)
    {
        for (var index = 0; index + 1 < arguments.Count; index++)
        {
            if (arguments[index] is "-netdev" or "-nic" && WithForwards(arguments[index + 1]) is { } changed)
            {
                arguments[index + 1] = changed;
                return;
            }
        }

        // microvm has no PCI unless it is told to; its cards are on virtio-mmio.
        var card = arguments.Exists(static argument => argument.StartsWith("microvm", StringComparison.Ordinal)) ? "virtio-net-device" : "virtio-net-pci";
        arguments.AddRange(["-netdev", $"user,id={Netdev}{Keys()}", "-device", $"{card},netdev={Netdev}"]);
    }

    private string? WithForwards(string netdev)
    {
        if (netdev is "user" || netdev.StartsWith("user,", StringComparison.Ordinal))
        {
            return netdev + Keys();
        }

        if (!netdev.StartsWith('{') || JsonNode.Parse(netdev) is not JsonObject json || (string?)json["type"] != "user")
        {
            return null;
        }

        var forwards = json["hostfwd"] as JsonArray ?? [];
        json["hostfwd"] = forwards;
        foreach (var port in additions.ForwardTcp)
        {
            forwards.Add((JsonNode)new JsonObject { ["str"] = Rule(port) });
        }

        return json.ToJsonString();
    }

    private string Keys() => string.Concat(additions.ForwardTcp.Select(static port => $",hostfwd={Rule(port)}"));

    private static string Rule(int port) => string.Create(CultureInfo.InvariantCulture, $"tcp:127.0.0.1:0-:{port}");
}

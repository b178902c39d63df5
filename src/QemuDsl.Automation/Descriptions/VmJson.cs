using System.Globalization;
using System.Text.Json;
using QemuDsl.CompilerServices;
using QemuDsl.Cpus;

namespace QemuDsl.Automation;

/// <summary>Reads a whole VM from JSON, with the records of QemuDsl's catalogue.</summary>
internal static class VmJson
{
    public static DescribedVm Read(JsonElement json, string source)
    {
        var reader = OptionReader.Of(json, OptionCatalog.All);
        var machine = reader.Require("machine", reader.Reference<IMachine>("machine"));
        var command = QemuCommand.Create(machine);
        foreach (var option in Options(reader, machine))
        {
            command = OptionAppender.Append(command, option);
        }

        var raw = Raw(reader);
        command = raw.Count == 0 ? command : command.AddRaw(raw);
        var program = reader.Text("program");
        var ready = reader.Text("readyWhen");
        reader.End();
        return new DescribedVm(program is null ? command : command.WithProgram(program))
        {
            Source = source, ReadyWhen = ready is null ? null : ReadyExpression.Parse(ready),
        };
    }

    private static List<IOption> Options(OptionReader reader, IMachine machine)
    {
        List<object?> found =
        [
            reader.Reference<IAccelerator>("accelerator"),
            machine is IArmMachine ? reader.Record("cpu", ArmCpu.ReadJson) : reader.Record("cpu", X86Cpu.ReadJson),
            .. All<IQemuObject>(reader, "objects"),
            .. All<IBlockNode>(reader, "blockdevs"),
            .. All<IBlockBackend>(reader, "drives"),
            .. All<IChardev>(reader, "chardevs"),
            .. All<INetdev>(reader, "netdevs"),
            .. All<IDevice>(reader, "devices"),
        ];
        return [.. found.OfType<IOption>()];
    }

    private static OptionList<T> All<T>(OptionReader reader, string key)
        where T : class => reader.List(key, static (item, place) => item.Require(place, item.Reference<T>(place)));

    private static List<string> Raw(OptionReader reader)
    {
        List<string> arguments = [];
        if (reader.Value<ByteSize>("memory") is { } memory)
        {
            arguments.AddRange(["-m", $"size={memory}"]);
        }

        if (reader.Number<int>("cpus") is { } cpus)
        {
            arguments.AddRange(["-smp", string.Create(CultureInfo.InvariantCulture, $"cpus={cpus}")]);
        }

        arguments.AddRange(reader.List("arguments", static (item, place) => item.Require(place, item.Text(place))));
        return arguments;
    }
}

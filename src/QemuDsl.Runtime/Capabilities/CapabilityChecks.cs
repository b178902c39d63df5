namespace QemuDsl.Runtime;

/// <summary>Holds a command line against what a program has.</summary>
internal sealed class CapabilityChecks(QemuCapabilities capabilities)
{
    private readonly List<Finding> _found = [];

    public IReadOnlyList<Finding> Run(IQemuCommand command)
    {
        _found.AddRange(command.Check(capabilities.Version));
        if (_found.Any(static finding => finding.Id == FindingIds.NotExpressible))
        {
            return _found;
        }

        var options = CommandLineOption.Read(command.Arguments);
        foreach (var option in options)
        {
            Look(option);
        }

        Accelerators([.. options.Where(static option => option.Name == "-accel").Select(static option => First(option.Value, "accel"))]);
        return _found;
    }

    private void Look(CommandLineOption option)
    {
        switch (option.Name)
        {
            case "-machine" or "-M" when option.Key("type") is { } machine && !IsHelp(machine):
                Need(capabilities.FindMachine(machine) is not null, "-machine", machine, "machine type", MachineNames());
                break;
            case "-device" when option.Key("driver") is { } device && !IsHelp(device):
                Need(capabilities.HasDevice(device), "-device", device, "device", capabilities.DeviceTypes);
                break;
            case "-cpu" when capabilities.CpuModels.Count > 0 && First(option.Value, "") is var model && !IsHelp(model):
                var models = capabilities.CpuModels.Select(static known => known.Name);
                Need(models.Contains(model), "-cpu", model, "CPU model", models);
                break;
        }
    }

    // QEMU takes the first of several that works.
    private void Accelerators(IReadOnlyList<string> wanted)
    {
        foreach (var name in wanted.Where(name => !IsHelp(name) && !capabilities.Accelerators.Contains(name)))
        {
            Need(false, "-accel", name, "accelerator", capabilities.Accelerators, wanted.Any(capabilities.Accelerators.Contains));
        }
    }

    private void Need(bool isThere, string option, string name, string what, IEnumerable<string> known, bool isHarmless = false)
    {
        if (isThere)
        {
            return;
        }

        var meant = Nearest.To(name, known) is { } near
            ? $"Did you mean '{near}'?"
            : $"'{capabilities.Program} {option} help' lists what there is.";
        _found.Add(new Finding(
            FindingIds.NotInProgram, isHarmless ? Severity.Warning : Severity.Error, option, null, name,
            $"is no {what} of {capabilities.Program}, which is QEMU {capabilities.Version} for {capabilities.Target}", meant));
    }

    private IEnumerable<string> MachineNames() =>
        capabilities.Machines.SelectMany(static machine => machine.Alias is { } alias ? new[] { machine.Name, alias } : [machine.Name]);

    private static bool IsHelp(string name) => name is "help" or "?";

    private static string First(string value, string key) => OptionKeys.Read(value, key)[key].FirstOrDefault() ?? "";
}

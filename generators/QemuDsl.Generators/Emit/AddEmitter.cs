using QemuDsl.Generators.Model;
using QemuDsl.Generators.Parsing;

namespace QemuDsl.Generators.Emit;

/// <summary>
/// <c>Add{Record}</c>: required members are required parameters, the bus is a type constraint. Classic extension methods, because
/// C# 14 extension blocks answer a wrong machine with a worse message than CS0311.
/// </summary>
internal static class AddEmitter
{
    public static void Emit(SourceWriter writer, OptionModel model)
    {
        writer.Line($"/// <summary>Adds <see cref=\"{model.Identifier}\"/> to commands.</summary>");
        writer.Line(FileEmitter.GeneratedCode);
        writer.Open($"{FileEmitter.Access(model.IsPublic)} static class {model.Name}Extensions");
        if (CanSitOnMachine(model))
        {
            EmitMethod(writer, model, false, $"global::QemuDsl.IHas{Buses.In(model.Bus).First()}Bus");
        }

        EmitMethod(writer, model, true, MachineConstraint(model));
        writer.Close();
    }

    // These buses machines have and devices bring, so there are two methods; a record that requires the bus has one.
    private static bool CanSitOnMachine(OptionModel model) =>
        model.Kind == Kind.Device && model.Bus is Buses.Ide or Buses.Floppy or Buses.Pci or Buses.Pcie
        && !model.Properties.Any(static property => property.IsBus && property.IsRequired);

    private static string MachineConstraint(OptionModel model)
    {
        if (model.Kind == Kind.Device && (model.Bus & (Buses.Isa | Buses.VirtioMmio)) != 0)
        {
            return $"global::QemuDsl.IHas{Buses.In(model.Bus).First()}Bus";
        }

        var targets = Interfaces.Targets(model.Target).ToList();
        return "global::QemuDsl." + (targets.Count == 1 ? targets[0] : "IMachine");
    }

    // With the bus of another device given, the device fits on any machine; without, it needs the machine's own.
    private static IEnumerable<PropertyModel> Properties(OptionModel model, bool withBus) => model.Properties
        .Where(property => withBus || !property.IsBus)
        .Select(static property => property.IsBus ? property with { IsRequired = true, Type = property.Element, IsNullable = false } : property)
        .OrderBy(static property => property.IsRequired ? 0 : 1);

    private static void EmitMethod(SourceWriter writer, OptionModel model, bool withBus, string machine)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var parameters = Properties(model, withBus).Select(property => new ParameterModel(property, Unlike(taken, property.Parameter))).ToList();
        var receiver = Unlike(taken, "command");
        var replaces = model.IsRepeatable ? "" : " An earlier one is replaced.";
        writer.Line($"/// <summary>{(model.Summary.Length > 0 ? model.Summary : $"Adds {Literal.Xml(model.Option)}.")}{replaces}</summary>");
        writer.Line($"/// <param name=\"{receiver}\">The command.</param>");
        foreach (var parameter in parameters)
        {
            writer.Line($"/// <param name=\"{parameter.Name.TrimStart('@')}\">{Described(parameter.Property)}</param>");
        }

        writer.Line("[global::System.Diagnostics.Contracts.Pure]");
        writer.Line($"public static global::QemuDsl.QemuCommand<TMachine> Add{model.Name}<TMachine>(");
        writer.Continued($"this global::QemuDsl.QemuCommand<TMachine> {receiver}{string.Concat(parameters.Select(Parameter))})");
        writer.Continued($"where TMachine : {machine} =>");
        writer.Continued($"global::QemuDsl.CompilerServices.OptionAppender.Append({receiver}, new {model.Identifier}{Initializer(parameters)});");
        writer.Line();
    }

    // Properties "A" and "a" would be one parameter.
    private static string Unlike(HashSet<string> taken, string name)
    {
        while (!taken.Add(name))
        {
            name += "_";
        }

        return name;
    }

    // Never left out: a single parameter without a comment is a warning (CS1573) in the user's build.
    private static string Described(PropertyModel property) =>
        property.Summary.Length > 0 ? property.Summary : $"The key <c>{Literal.Xml(property.Key)}</c>.";

    private static string Parameter(ParameterModel parameter) =>
        $",\n{parameter.Property.Type} {parameter.Name}{(parameter.Property.IsRequired ? "" : " = default")}";

    private static string Initializer(List<ParameterModel> parameters) =>
        parameters.Count == 0 ? "()" : $" {{ {string.Join(", ", parameters.Select(static parameter => $"{parameter.Property.Member} = {parameter.Name}"))} }}";
}

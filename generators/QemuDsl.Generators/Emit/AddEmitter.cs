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
        writer.Line($"/// <summary>Adds <see cref=\"{model.Name}\"/> to commands.</summary>");
        writer.Line(FileEmitter.GeneratedCode);
        writer.Open($"{FileEmitter.Access(model.IsPublic)} static class {model.Name}Extensions");
        var machine = MachineConstraint(model);
        if (model.Bus is Buses.Ide or Buses.Floppy or Buses.Pci or Buses.Pcie && model.Kind == Kind.Device)
        {
            var own = $"global::QemuDsl.IHas{Buses.In(model.Bus).First()}Bus";
            EmitMethod(writer, model, Parameters(model, false), own);
            EmitMethod(writer, model, Parameters(model, true), machine);
        }
        else
        {
            EmitMethod(writer, model, Parameters(model, true), machine);
        }

        writer.Close();
    }

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
    private static List<PropertyModel> Parameters(OptionModel model, bool withBus)
    {
        var properties = new List<PropertyModel>();
        foreach (var property in model.Properties)
        {
            if (property.Shape != Shape.Bus)
            {
                properties.Add(property);
            }
            else if (withBus)
            {
                properties.Add(property with { IsRequired = true, Type = property.Element, IsNullable = false });
            }
        }

        return [.. properties.Where(static property => property.IsRequired), .. properties.Where(static property => !property.IsRequired)];
    }

    private static void EmitMethod(SourceWriter writer, OptionModel model, List<PropertyModel> parameters, string machine)
    {
        var receiver = parameters.Any(static parameter => parameter.Parameter == "command") ? "qemuCommand" : "command";
        var replaces = model.IsRepeatable ? "" : " An earlier one is replaced.";
        writer.Line($"/// <summary>{(model.Summary.Length > 0 ? model.Summary : $"Adds {Literal.Xml(model.Option)}.")}{replaces}</summary>");
        writer.Line($"/// <param name=\"{receiver}\">The command.</param>");
        foreach (var parameter in parameters)
        {
            writer.Line($"/// <param name=\"{parameter.Parameter.TrimStart('@')}\">{Described(parameter)}</param>");
        }

        writer.Line("[global::System.Diagnostics.Contracts.Pure]");
        writer.Line($"public static global::QemuDsl.QemuCommand<TMachine> Add{model.Name}<TMachine>(");
        writer.Continued($"this global::QemuDsl.QemuCommand<TMachine> {receiver}{string.Concat(parameters.Select(Parameter))})");
        writer.Continued($"where TMachine : {machine} =>");
        writer.Continued($"global::QemuDsl.CompilerServices.OptionAppender.Append({receiver}, new {model.Name}{Initializer(parameters)});");
        writer.Line();
    }

    // Never left out: a single parameter without a comment is a warning (CS1573) in the user's build.
    private static string Described(PropertyModel property) =>
        property.Summary.Length > 0 ? property.Summary : $"The key <c>{Literal.Xml(property.Key)}</c>.";

    private static string Parameter(PropertyModel property) =>
        $",\n{property.Type} {property.Parameter}{(property.IsRequired ? "" : " = default")}";

    private static string Initializer(List<PropertyModel> parameters) =>
        parameters.Count == 0 ? "()" : $" {{ {string.Join(", ", parameters.Select(static parameter => $"{parameter.Member} = {parameter.Parameter}"))} }}";
}

using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Emit;

/// <summary>The generated half of a profile.</summary>
internal static class ProfileEmitter
{
    public static void EmitAttribute(SourceWriter writer, ProfileModel model)
    {
        var ready = model.ReadySerial is null ? "" : $", ReadySerial = {Literal.Text(model.ReadySerial)}";
        writer.Line($"[assembly: global::QemuDsl.QemuProfile(typeof({model.FullName}){ready})]").Line();
    }

    public static void Emit(SourceWriter writer, ProfileModel model)
    {
        if (model.HasRecordBase)
        {
            // The command and the copies of a derived profile take the place of those of its base.
            writer.Line("#pragma warning disable CS0108").Line();
        }

        writer.Line(FileEmitter.GeneratedCode);
        writer.Open($"partial record {model.Identifier} : global::QemuDsl.IVmProfile<{model.Identifier}>");
        WithEmitter.Emit(writer, model.Identifier, model.Properties);
        EmitCommand(writer, model);
        EmitInterface(writer, model);
        ProfileJsonEmitter.Emit(writer, model);
        writer.Close();
    }

    private static void EmitCommand(SourceWriter writer, ProfileModel model)
    {
        writer.Line("/// <summary>The command that runs this VM.</summary>");
        writer.Line("[global::System.Diagnostics.Contracts.Pure]");
        writer.Open($"public global::QemuDsl.QemuCommand<{model.Machine}> ToCommand()");
        writer.Line($"var command = global::QemuDsl.QemuCommand.Create({Machine(model)});");
        writer.Line("AppendTo(ref command);");
        writer.Line("return command;");
        writer.Close();
        writer.Line();
        writer.Line("/// <summary>Adds everything this profile describes to a command; profiles that hold this one call it.</summary>");
        writer.Open($"public void AppendTo(ref global::QemuDsl.QemuCommand<{model.Machine}> command)");
        foreach (var property in model.Properties)
        {
            EmitProperty(writer, property);
        }

        writer.Line("Configure(ref command);");
        writer.Close();
        writer.Line();
        writer.Line("/// <summary>What the properties cannot say: write this method to change the command once they are in.</summary>");
        writer.Line($"partial void Configure(ref global::QemuDsl.QemuCommand<{model.Machine}> command);").Line();
    }

    private static void EmitProperty(SourceWriter writer, PropertyModel property)
    {
        if (property.Shape is not (Shape.Reference or Shape.RecordReference or Shape.Option or Shape.Profile or Shape.Bus))
        {
            return;
        }

        var value = property.IsList ? "item" : property.Access;
        if (property.IsList)
        {
            writer.Open($"foreach (var item in {property.Access})");
        }
        else if (property.IsNullable)
        {
            writer.Open($"if ({property.Access} is not null)");
        }

        writer.Line(property.Shape switch
        {
            Shape.Profile => $"{value}.AppendTo(ref command);",
            Shape.Reference or Shape.Bus => $"command = global::QemuDsl.CompilerServices.OptionAppender.AppendReferable(command, {value});",
            _ => $"command = global::QemuDsl.CompilerServices.OptionAppender.Append(command, {value});",
        });
        if (property.IsList || property.IsNullable)
        {
            writer.Close();
        }
    }

    private static void EmitInterface(SourceWriter writer, ProfileModel model)
    {
        writer.Line("global::QemuDsl.IQemuCommand global::QemuDsl.IVmProfile.ToCommand() => ToCommand();").Line();
        writer.Line($"string? global::QemuDsl.IVmProfile.ReadySerial => {Literal.Text(model.ReadySerial)};").Line();
        writer.Line($"static global::QemuDsl.QemuCatalog global::QemuDsl.IVmProfile<{model.Identifier}>.Catalog => {model.Catalog}.All;").Line();
    }

    private static string Machine(ProfileModel model)
    {
        var machine = model.Properties.FirstOrDefault(static property => property.Shape == Shape.Machine);
        return machine is null ? $"new {model.Machine}()" : machine.IsNullable ? $"{machine.Access} ?? new {model.Machine}()" : machine.Access;
    }
}

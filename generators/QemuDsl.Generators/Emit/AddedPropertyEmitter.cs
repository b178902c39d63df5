using QemuDsl.Generators.Model;
using QemuDsl.Generators.Support;

namespace QemuDsl.Generators.Emit;

/// <summary>Properties that every option of a kind has.</summary>
internal static class AddedPropertyEmitter
{
    public static void Emit(SourceWriter writer, EquatableArray<PropertyModel> properties)
    {
        foreach (var property in properties)
        {
            if (property.IsAdded)
            {
                var required = property.IsRequired ? "required " : "";
                writer.Line($"/// <summary>{property.Summary}</summary>");
                writer.Line($"public {required}{property.Type} {property.Member} {{ get; init; }}").Line();
            }
        }
    }
}

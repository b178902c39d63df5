using QemuDsl.Generators.Model;
using QemuDsl.Generators.Support;

namespace QemuDsl.Generators.Emit;

/// <summary><c>With{Property}</c>: a copy with one property set.</summary>
internal static class WithEmitter
{
    public static void Emit(SourceWriter writer, string record, EquatableArray<PropertyModel> properties)
    {
        foreach (var property in properties)
        {
            // No cref: it would not find a property of a base record (CS1574).
            writer.Line($"/// <summary>Returns a copy with <c>{property.Name}</c> set.</summary>");
            writer.Line("[global::System.Diagnostics.Contracts.Pure]");
            writer.Line($"public {record} With{property.Name}({property.Type} value) => this with {{ {property.Member} = value }};").Line();
        }
    }
}

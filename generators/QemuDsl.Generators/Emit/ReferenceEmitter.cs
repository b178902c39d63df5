using QemuDsl.Generators.Model;
using QemuDsl.Generators.Support;

namespace QemuDsl.Generators.Emit;

/// <summary><c>VisitReferences</c>: what the command walks to find back ends.</summary>
internal static class ReferenceEmitter
{
    public static void Emit(SourceWriter writer, EquatableArray<PropertyModel> properties, string modifier)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Open($"public {modifier}void VisitReferences(global::QemuDsl.ReferenceVisitor visitor)");
        foreach (var property in properties)
        {
            if (property.Shape is not (Shape.Reference or Shape.RecordReference or Shape.Bus or Shape.Part))
            {
                continue;
            }

            if (property.IsList)
            {
                writer.Open($"foreach (var item in {property.Access})");
                writer.Line("visitor.Visit(item);");
                writer.Close();
            }
            else
            {
                writer.Line($"visitor.Visit({property.Access});");
            }
        }

        writer.Close();
        writer.Line();
    }
}

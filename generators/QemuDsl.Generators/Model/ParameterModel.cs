namespace QemuDsl.Generators.Model;

/// <summary>A parameter that a property becomes.</summary>
/// <param name="Property">The property it sets.</param>
/// <param name="Name">Its name, unlike those of the others.</param>
internal sealed record ParameterModel(PropertyModel Property, string Name);

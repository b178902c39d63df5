using QemuDsl.Generators.Support;

namespace QemuDsl.Generators.Model;

/// <summary>A property of a record.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Key">QEMU's key.</param>
/// <param name="Type">Its type with namespaces, nullable mark included.</param>
/// <param name="Element">The type without list and nullable mark.</param>
/// <param name="Shape">How it is written.</param>
internal sealed record PropertyModel(string Name, string Key, string Type, string Element, Shape Shape)
{
    public bool IsList { get; init; }

    public bool IsNullable { get; init; }

    public bool IsValueType { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Not declared in the record: the generator adds it.</summary>
    public bool IsAdded { get; init; }

    public Style Style { get; init; }

    public string? Separator { get; init; }

    public bool IsJoinedInJson { get; init; }

    public string? JsonItem { get; init; }

    public string? SecretFileKey { get; init; }

    /// <summary>In a section: a block that has a label.</summary>
    public bool IsLabelled { get; init; }

    /// <summary>In a tool: an older spelling.</summary>
    public FormerModel? Former { get; init; }

    public LifetimeModel? Lifetime { get; init; }

    public EquatableArray<RuleModel> Rules { get; init; }

    public string Summary { get; init; } = "";

    /// <summary>Where the device sits, not a bus that it merely uses.</summary>
    public bool IsBus => Shape == Shape.Bus && Key == "bus";

    /// <summary>The name as a parameter.</summary>
    public string Parameter => IsBus ? "bus" : Emit.Literal.Identifier(char.ToLowerInvariant(Name[0]) + Name.Substring(1));

    /// <summary>The property where only it can be meant, as in an initializer.</summary>
    public string Member => Emit.Literal.Identifier(Name);

    /// <summary>The property inside the record; a lower-case one could otherwise be a local of generated code.</summary>
    public string Access => char.IsUpper(Name[0]) ? Name : $"this.{Member}";

    /// <summary>An expression that is true when the property has a value.</summary>
    public string IsSet => IsList ? $"{Access}.Count > 0" : IsNullable ? $"{Access} is not null" : Shape == Shape.Flag && !IsRequired ? Access : "true";
}

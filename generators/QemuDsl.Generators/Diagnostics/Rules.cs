using Microsoft.CodeAnalysis;

namespace QemuDsl.Generators.Diagnostics;

/// <summary>Every diagnostic, in the order of its number. Highest number + 1, never used again.</summary>
internal static class Rules
{
    private const string Help = "https://github.com/qemudsl/qemudsl/blob/main/docs/diagnostics/";

    public static readonly DiagnosticDescriptor NotPartial = New(
        "QDL0001", "Record is not partial",
        "'{0}' is not partial, so nothing can be generated for it. Write 'partial record {0}'.");

    public static readonly DiagnosticDescriptor NotARecord = New(
        "QDL0002", "Not a top-level record class",
        "'{0}' is not a top-level, non-generic record class. Declare it as 'sealed partial record {0}' directly in a namespace.");

    public static readonly DiagnosticDescriptor TwoKinds = New(
        "QDL0003", "Two kinds on one record",
        "'{0}' has more than one kind ({1}). One record is one option: keep one attribute and make another record for the other.");

    public static readonly DiagnosticDescriptor Abstract = New(
        "QDL0004", "Abstract record with a kind",
        "'{0}' is abstract, and an option is a concrete record. Remove 'abstract', or move the attribute to the records that derive from it.");

    public static readonly DiagnosticDescriptor UnsupportedType = New(
        "QDL0005", "Unsupported property type",
        "Property '{0}.{1}' has type '{2}', which cannot be written as a value of QEMU. Use string, bool, an integer, ByteSize, MacAddress, PciAddress, CpuSet, QemuId, Guid, an [OptionEnum] enum, an [OptionPart] record, a struct that implements IOptionValue, OptionList of those, or a reference such as INetdev.");

    public static readonly DiagnosticDescriptor DuplicateKey = New(
        "QDL0006", "Duplicate key",
        "Property '{0}.{1}' has the key '{2}', which '{3}' has already. Rename it, or give it another [Key].");

    public static readonly DiagnosticDescriptor NotNullable = New(
        "QDL0007", "Optional property is not nullable",
        "Property '{0}.{1}' is neither required nor nullable, so QEMU's default could not hold. Write 'required', or '{2}?'.");

    public static readonly DiagnosticDescriptor NotInitOnly = New(
        "QDL0008", "Property can be changed",
        "Property '{0}.{1}' has a setter, and records are immutable so that two VMs can share one. Write 'init' in place of 'set'.");

    public static readonly DiagnosticDescriptor RuleDoesNotFit = New(
        "QDL0009", "Rule does not fit",
        "{0} on '{1}' does not fit: {2}. Remove it, or mend it.");

    public static readonly DiagnosticDescriptor UnknownProperty = New(
        "QDL0010", "Rule names no property",
        "[{0}] on '{1}' names '{2}', which is no property of the record. Use nameof with a property of the same record.");

    public static readonly DiagnosticDescriptor BadName = New(
        "QDL0011", "Not a name QEMU has",
        "'{0}' cannot be a name in QEMU. {1}.");

    public static readonly DiagnosticDescriptor SeveralBuses = New(
        "QDL0012", "Several buses",
        "'{0}' names several buses at once. A device plugs into one bus and brings one kind of bus: keep one flag each.");

    public static readonly DiagnosticDescriptor VerbatimNotAlone = New(
        "QDL0013", "Verbatim value is not alone",
        "Property '{0}.{1}' is [Verbatim], so it must be the only property and a single text. Remove the others, or the attribute.");

    public static readonly DiagnosticDescriptor BadVersion = New(
        "QDL0014", "Not a QEMU version",
        "'{0}' in {1} is no QEMU release. Write major and minor number, such as \"9.2\".");

    public static readonly DiagnosticDescriptor MisplacedSecret = New(
        "QDL0015", "Secret outside an object",
        "Property '{0}.{1}' is [Secret], which only a text of a [QemuObject] record can be, because only there QEMU reads a file instead. Use a Secret object and refer to it.");

    public static readonly DiagnosticDescriptor NestedEnum = New(
        "QDL0016", "Nested enum",
        "'{0}' is declared inside another type or for one file. Move the [OptionEnum] enum to a namespace.");

    public static readonly DiagnosticDescriptor DuplicateWord = New(
        "QDL0017", "Duplicate word",
        "'{0}.{1}' stands for '{2}', as another member does. Give it another [Value].");

    public static readonly DiagnosticDescriptor NoPlainConstructor = New(
        "QDL0018", "Record cannot be made empty",
        "'{0}' has no constructor without parameters that generated code can call. Declare the parameters as properties with 'init', and the constructor as public.");

    public static readonly DiagnosticDescriptor ReservedName = New(
        "QDL0019", "Name belongs to generated code",
        "'{0}' has the name of {1}. Give it another name{2}.");

    public static readonly DiagnosticDescriptor OtherType = New(
        "QDL0020", "Generated property with another type",
        "Property '{0}.{1}' stands for the one that every record of its kind has, so it needs the type '{2}'. Change the type, or remove the property.");

    public static readonly DiagnosticDescriptor CannotSet = New(
        "QDL0021", "Generated code cannot set it",
        "Generated code cannot set '{0}.{1}', because it {2}. Declare it as a public property with 'get; init;'.");

    public static readonly DiagnosticDescriptor DerivedOption = New(
        "QDL0022", "Record derives from one with generated code",
        "'{0}' derives from '{1}', for which code is generated as well. Put what they share in an abstract record without attribute, and derive both from it.");

    public static readonly DiagnosticDescriptor UnclearBranch = New(
        "QDL0023", "Branch of a union cannot be recognized",
        "'{0}' cannot be told from other branches of '{1}': {2}.");

    public static readonly DiagnosticDescriptor UnsupportedField = New(
        "QDL0024", "Unsupported type in a section or tool",
        "Property '{0}.{1}' has type '{2}', which {3} cannot hold. Use {4}.");

    public static readonly DiagnosticDescriptor BadFieldName = New(
        "QDL0025", "Not a name a section or tool can have",
        "'{0}' cannot be a name here. {1}.");

    public static readonly DiagnosticDescriptor BadLabel = New(
        "QDL0026", "Not a label",
        "Property '{0}.{1}' cannot be the label of its block: {2}. Give it a key instead, or mend it.");

    public static readonly DiagnosticDescriptor UnclearGroup = New(
        "QDL0027", "Group of options cannot be recognized",
        "Options of '{0}.{1}' could not be told from those before it. Give '{2}' a Separator, or make it the first of a record that has groups only.");

    public static readonly DiagnosticDescriptor MissingBus = New(
        "QDL1001", "Machine lacks the bus",
        "'{0}' is a {1}, which needs a {2} bus, and machine '{3}' has none. Use a device for a bus it has, or another machine.");

    public static readonly DiagnosticDescriptor WrongTarget = New(
        "QDL1002", "Wrong architecture",
        "'{0}' is a {1}, which machine '{2}' cannot have: it belongs to another architecture. Use its counterpart, or another machine.");

    public static readonly DiagnosticDescriptor[] All =
    [
        NotPartial, NotARecord, TwoKinds, Abstract, UnsupportedType,
        DuplicateKey, NotNullable, NotInitOnly, RuleDoesNotFit, UnknownProperty,
        BadName, SeveralBuses, VerbatimNotAlone, BadVersion, MisplacedSecret,
        NestedEnum, DuplicateWord, NoPlainConstructor, ReservedName, OtherType,
        CannotSet, DerivedOption, UnclearBranch, UnsupportedField, BadFieldName,
        BadLabel, UnclearGroup, MissingBus, WrongTarget,
    ];

    private static DiagnosticDescriptor New(string id, string title, string message) => new(
        id, title, message, id.StartsWith("QDL0", StringComparison.Ordinal) ? "QemuDsl.Declaration" : "QemuDsl.Use",
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: $"{Help}{id}.md");
}

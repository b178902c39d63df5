using System.Buffers;
using System.Collections.Frozen;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace QemuDsl.TestKit;

/// <summary>Static fields that are, or hold, what may change: two VMs, tests or builds in one process would share it.</summary>
public static class StaticState
{
    // Telemetry is what .NET has one of for a process.
    private static readonly Type[] Constants =
        [typeof(string), typeof(Delegate), typeof(Regex), typeof(TextEncoder), typeof(ActivitySource), typeof(Meter), typeof(Instrument)];

    private static readonly Type[] GenericConstants = [typeof(SearchValues<>), typeof(FrozenSet<>), typeof(FrozenDictionary<,>), typeof(Lazy<>)];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Type> types) =>
    [
        .. from type in types
           where !IsCompilers(type)
           from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           where !field.IsLiteral && !(field.IsInitOnly && IsConstant(field.FieldType))
           select $"{type.FullName}.{field.Name}",
    ];

    // What the compiler keeps of lambdas, and what the generator of JSON keeps of types.
    private static bool IsCompilers(Type type) =>
        type.Name.StartsWith('<') || type.IsSubclassOf(typeof(JsonSerializerContext)) || (type.DeclaringType is { } outer && IsCompilers(outer));

    // An array is taken for a list of words, as which it is written.
    private static bool IsConstant(Type type) =>
        type.IsValueType || (type.IsArray && IsConstant(type.GetElementType()!))
        || Array.Exists(Constants, constant => constant.IsAssignableFrom(type))
        || (type.IsGenericType && GenericConstants.Contains(type.GetGenericTypeDefinition()))
        || IsFixed(type);

    // A class of ours that nobody writes to once it is made.
    private static bool IsFixed(Type? type) => type == typeof(object)
        || (type?.Namespace?.StartsWith("QemuDsl", StringComparison.Ordinal) == true && IsFixed(type.BaseType)
            && Array.TrueForAll(
                type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly), static field => field.IsInitOnly));
}

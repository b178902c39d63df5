using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace QemuDsl.Generators.Tests;

/// <summary>Walks everything an object holds.</summary>
internal static class ObjectGraph
{
    /// <summary>
    /// Fails on symbols, syntax, trees, locations and compilations. A weak reference to a compilation is allowed: it keeps nothing alive.
    /// </summary>
    public static void AssertPlain(object? value) => Visit(value, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static void Visit(object? value, HashSet<object> seen)
    {
        if (value is null or string or Enum or MetadataReference or WeakReference<Compilation> || value.GetType().IsPrimitive || !seen.Add(value))
        {
            return;
        }

        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Location or Compilation, $"a model holds a {value.GetType()}");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Visit(item, seen);
            }
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Visit(field.GetValue(value), seen);
            }
        }
    }
}

using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Reads <c>[Since]</c>, <c>[Removed]</c> and <c>[Deprecated]</c>.</summary>
internal static class LifetimeParser
{
    public static LifetimeModel? Parse(ISymbol symbol, Reporter reporter)
    {
        var since = Version(symbol, "SinceAttribute", reporter, out var before);
        var removed = Version(symbol, "RemovedAttribute", reporter, out var after);
        var deprecated = Version(symbol, "DeprecatedAttribute", reporter, out var other);
        return since is null && removed is null && deprecated is null
            ? null
            : new LifetimeModel(since, removed, deprecated, before ?? after ?? other);
    }

    public static bool IsVersion(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 2 && parts.All(static part => part.Length is > 0 and < 4 && part.All(static digit => digit is >= '0' and <= '9'));
    }

    private static string? Version(ISymbol symbol, string name, Reporter reporter, out string? instead)
    {
        instead = null;
        if (symbol.Find(name) is not { } attribute)
        {
            return null;
        }

        instead = attribute.Named<string>("Instead");
        var text = attribute.Positional<string>(0) ?? "";
        if (IsVersion(text))
        {
            return text;
        }

        reporter.Report(Rules.BadVersion, attribute, symbol, text, DeclarationParser.Short(name));
        return null;
    }
}

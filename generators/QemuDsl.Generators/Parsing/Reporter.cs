using Microsoft.CodeAnalysis;

namespace QemuDsl.Generators.Parsing;

/// <summary>Takes what is wrong with a declaration: the analyzer reports it, the generator does not.</summary>
internal sealed class Reporter(Action<Diagnostic>? report)
{
    public static readonly Reporter Silent = new(null);

    public void Report(DiagnosticDescriptor rule, ISymbol symbol, params object[] arguments)
    {
        var location = symbol.Locations.Length > 0 ? symbol.Locations[0] : Location.None;
        report?.Invoke(Diagnostic.Create(rule, location, arguments));
    }

    public void Report(DiagnosticDescriptor rule, AttributeData attribute, ISymbol symbol, params object[] arguments)
    {
        var syntax = attribute.ApplicationSyntaxReference;
        var location = syntax is null ? symbol.Locations[0] : Location.Create(syntax.SyntaxTree, syntax.Span);
        report?.Invoke(Diagnostic.Create(rule, location, arguments));
    }
}

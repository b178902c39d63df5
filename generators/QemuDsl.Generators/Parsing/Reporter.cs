using Microsoft.CodeAnalysis;

namespace QemuDsl.Generators.Parsing;

/// <summary>Takes what is wrong with a declaration: the analyzer reports it, the generator does not.</summary>
internal sealed class Reporter(Action<Diagnostic>? report, ISymbol? place = null)
{
    public static readonly Reporter Silent = new(null);

    /// <summary>Reports at another place: what a record inherits is told at the record, for its base may stand in another assembly.</summary>
    public Reporter At(ISymbol symbol) => new(report, symbol);

    public void Report(DiagnosticDescriptor rule, ISymbol symbol, params object[] arguments) =>
        report?.Invoke(Diagnostic.Create(rule, PlaceOf(place ?? symbol), arguments));

    public void Report(DiagnosticDescriptor rule, AttributeData attribute, ISymbol symbol, params object[] arguments)
    {
        var syntax = attribute.ApplicationSyntaxReference;
        var location = syntax is null || place is not null ? PlaceOf(place ?? symbol) : Location.Create(syntax.SyntaxTree, syntax.Span);
        report?.Invoke(Diagnostic.Create(rule, location, arguments));
    }

    private static Location PlaceOf(ISymbol symbol) => symbol.Locations.Length > 0 ? symbol.Locations[0] : Location.None;
}

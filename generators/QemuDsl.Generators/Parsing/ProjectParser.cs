using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using QemuDsl.Generators.Model;
using QemuDsl.Generators.Support;

namespace QemuDsl.Generators.Parsing;

/// <summary>Reads every declaration of a compilation into models.</summary>
internal static class ProjectParser
{
    public static EquatableArray<FileModel> Parse(ParseInput input, CancellationToken cancellationToken)
    {
        if (input.Compilation is not { } compilation)
        {
            return default;
        }

        var types = Types(compilation, input, cancellationToken);
        var models = new List<FileModel>();
        var hints = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var type in types)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (DeclarationParser.Parse(type, compilation, types, Reporter.Silent) is { } model)
            {
                hints.TryGetValue(model.HintName, out var twins);
                hints[model.HintName] = twins + 1;
                models.Add(twins == 0 ? model : model with { Twins = twins });
            }
        }

        if (models.Count > 0)
        {
            models.Add(CatalogParser.Parse(compilation, models));
        }

        return models;
    }

    private static List<INamedTypeSymbol> Types(Compilation compilation, ParseInput input, CancellationToken cancellationToken)
    {
        var trees = new Dictionary<string, SyntaxTree>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            trees[tree.FilePath] = tree;
        }

        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var types = new List<INamedTypeSymbol>();
        foreach (var declaration in input.Declarations)
        {
            if (declaration.IsMarked && trees.TryGetValue(declaration.Path, out var tree)
                && Find(compilation, tree, declaration, cancellationToken) is { } type && seen.Add(type))
            {
                types.Add(type);
            }
        }

        return types;
    }

    private static INamedTypeSymbol? Find(
        Compilation compilation, SyntaxTree tree, Declaration declaration, CancellationToken cancellationToken)
    {
        var node = tree.GetRoot(cancellationToken).FindToken(declaration.Start).Parent?.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>();
        return node is null ? null : compilation.GetSemanticModel(tree).GetDeclaredSymbol(node, cancellationToken) as INamedTypeSymbol;
    }
}

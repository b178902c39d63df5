using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace QemuDsl.CodeFixes;

/// <summary>Mends what a diagnostic points at by another declaration in its place.</summary>
/// <typeparam name="TNode">The declaration.</typeparam>
/// <param name="id">The diagnostic.</param>
public abstract class DeclarationCodeFix<TNode>(string id) : CodeFixProvider
    where TNode : SyntaxNode
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(id);

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<TNode>() is not { } node)
        {
            return;
        }

        foreach (var (title, mended) in Mend(node))
        {
            var document = context.Document.WithSyntaxRoot(root.ReplaceNode(node, mended));
            context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(document), equivalenceKey: title), context.Diagnostics);
        }
    }

    /// <summary>Each way to mend it, the likeliest first; none where it takes more than another declaration.</summary>
    /// <param name="node">The declaration.</param>
    protected abstract IEnumerable<(string Title, SyntaxNode Mended)> Mend(TNode node);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using QemuDsl.CodeFixes;

namespace QemuDsl.Generators.Tests.CodeFixes;

/// <summary>A document as an editor has it, with what the analyzer says about it and the code fixes for that.</summary>
internal static class MendedDocument
{
    public static IReadOnlyList<CodeFixProvider> Providers { get; } =
    [
        .. typeof(PartialCodeFix).Assembly.GetExportedTypes()
            .Where(static type => type.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>The document after each of the code fixes for its one diagnostic, by their titles.</summary>
    public static async Task<IReadOnlyList<(string Title, string Text)>> MendAsync(string source)
    {
        var token = TestContext.Current.CancellationToken;
        var found = Assert.Single(await Harness.AnalyzeAsync(source));
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Lab", LanguageNames.CSharp).WithParseOptions(Harness.Options);
        var document = project.AddDocument("Snippet.cs", SourceText.From(source));
        var actions = new List<CodeAction>();
        foreach (var provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(found.Id)))
        {
            // The place in this document: the analyzer was shown another one of the same text.
            var here = Diagnostic.Create(found.Descriptor, Location.Create((await document.GetSyntaxTreeAsync(token))!, found.Location.SourceSpan));
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, here, (action, _) => actions.Add(action), token));
        }

        var mended = new List<(string, string)>();
        foreach (var action in actions)
        {
            var changed = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(token)));
            var text = await changed.ChangedSolution.GetDocument(document.Id)!.GetTextAsync(token);
            mended.Add((action.Title, text.ToString()));
        }

        return mended;
    }
}

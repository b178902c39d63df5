using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QemuDsl.Generators.Emit;
using QemuDsl.Generators.Parsing;

namespace QemuDsl.Generators;

/// <summary>Makes rendering, checking, reading and building code from annotated records.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class OptionGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var declarations = context.SyntaxProvider
            .CreateSyntaxProvider(DeclarationFilter.IsPossible, Declaration.Of)
            .WithTrackingName(TrackingNames.Declarations)
            .Collect();

        var input = declarations
            .Combine(context.MetadataReferencesProvider.Collect())
            .Combine(context.CompilationProvider)
            .Select(static (all, _) => new ParseInput(all.Left.Left, all.Left.Right, all.Right))
            .WithTrackingName(TrackingNames.Input);

        var models = input
            .SelectMany(static (parsed, cancellation) => ProjectParser.Parse(parsed, cancellation))
            .WithTrackingName(TrackingNames.Models);

        context.RegisterSourceOutput(
            models, static (output, model) => output.AddSource(model.HintName, SourceText.From(FileEmitter.Emit(model), Encoding.UTF8)));
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace QemuDsl.Generators.Tests;

/// <summary>The project a snippet stands in; none has implicit usings.</summary>
internal sealed record Consumer
{
    public string Assembly { get; init; } = "Snippet";

    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp14;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public bool ChecksOverflow { get; init; }

    public CSharpParseOptions Options => new(Language, DocumentationMode.Diagnose);
}

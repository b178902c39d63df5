using Microsoft.CodeAnalysis;

namespace QemuDsl.Benchmarks.Generator;

/// <summary>The rival: what Roslyn itself costs to find the records, with a transform that does nothing and no output.</summary>
internal sealed class BareGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var found = context.SyntaxProvider.ForAttributeWithMetadataName("QemuDsl.DeviceAttribute", static (_, _) => true, static (_, _) => 0);
        context.RegisterSourceOutput(found, static (_, _) => { });
    }
}

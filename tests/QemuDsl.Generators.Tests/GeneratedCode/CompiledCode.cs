using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace QemuDsl.Generators.Tests;

/// <summary>A snippet with the code generated for it, compiled and loaded.</summary>
internal static class CompiledCode
{
    /// <summary>Compiles declarations and returns the value of an expression over them.</summary>
    public static T Evaluate<T>(string declarations, string expression)
    {
        var (compilation, found) = Harness.Generate(
            $$"""
            using System.Linq;
            using QemuDsl;
            using QemuDsl.Chardevs;
            using QemuDsl.Devices;
            using QemuDsl.Machines;
            using QemuDsl.Netdevs;

            namespace Lab
            {
                {{declarations}}

                public static class Probe { public static object Run() => {{expression}}; }
            }
            """);
        Assert.Empty(Harness.InGeneratedCode(found));
        return (T)Load(compilation).GetType("Lab.Probe")!.GetMethod("Run")!.Invoke(null, null)!;
    }

    private static Assembly Load(Compilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }
}

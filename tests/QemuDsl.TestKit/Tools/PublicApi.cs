using System.Reflection;
using PublicApiGenerator;

namespace QemuDsl.TestKit;

/// <summary>What an assembly offers to others, kept in a file, so that every change of it is seen.</summary>
public static class PublicApi
{
    /// <summary>Holds the assembly against the file, named from the top of the checkout.</summary>
    public static void Verify(Assembly assembly, string path) => GeneratedFile.Verify(
        path, assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n") + "\n");
}

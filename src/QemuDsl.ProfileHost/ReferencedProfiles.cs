using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace QemuDsl.ProfileHost;

/// <summary>The assemblies that a profile's assembly was listed with (<c>.deps.json</c>) and that may hold profiles themselves.</summary>
internal static class ReferencedProfiles
{
    public static IEnumerable<Assembly> Of(Assembly assembly)
    {
        var own = Path.GetFullPath(assembly.Location);
        return from path in Listed()
               where path != own && RefersToUs(path)
               select Assembly.LoadFrom(path);
    }

    // All that this process may load, by the list it was started with; without the framework.
    private static IEnumerable<string> Listed()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return from path in ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
               where Path.GetDirectoryName(path) != framework
               select Path.GetFullPath(path);
    }

    // Looked at without loading it: most of them are libraries that have nothing to do with VMs.
    private static bool RefersToUs(string path)
    {
        var ours = typeof(QemuProfileAttribute).Assembly.GetName().Name;
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            var metadata = file.HasMetadata ? file.GetMetadataReader() : null;
            return metadata is not null && metadata.AssemblyReferences.Any(reference =>
                metadata.StringComparer.Equals(metadata.GetAssemblyReference(reference).Name, ours!));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            return false;
        }
    }
}

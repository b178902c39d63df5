using System.Reflection;
using System.Text.Json;

namespace QemuDsl.ProfileHost;

/// <summary>Finds a profile through the metadata the generator wrote, and makes it from JSON.</summary>
internal static class ProfileLoader
{
    public static IVmProfile Load(HostRequest request)
    {
        var path = Path.GetFullPath(request.Assembly);
        if (!File.Exists(path))
        {
            throw new HostRequestException($"There is no assembly {path}. Build the project that holds the profile first.");
        }

        var type = Choose(LoadAssembly(path), request.Profile);
        var json = ProfileProperties.Read(request, type);
        var read = typeof(ProfileLoader).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);
        return read.CreateDelegate<Func<JsonElement, IVmProfile>>()(json);
    }

    private static Assembly LoadAssembly(string path)
    {
        try
        {
            return Assembly.LoadFrom(path);
        }
        catch (BadImageFormatException)
        {
            throw new HostRequestException($"{path} is no .NET assembly. Name the .dll that the build of the profile's project made.");
        }
    }

    private static IVmProfile Read<T>(JsonElement json)
        where T : IVmProfile<T> => T.ReadJson(json, T.Catalog);

    private static Type Choose(Assembly assembly, string? name)
    {
        var profiles = ProfilesOf(assembly);
        var chosen = Named(profiles, name);
        if (chosen.Count == 0)
        {
            // A profile may come from a library or a package that the assembly refers to; its own go first.
            var others = ReferencedProfiles.Of(assembly).SelectMany(ProfilesOf).ToList();
            chosen = name is null ? [] : Named(others, name);
            if (chosen.Count == 0)
            {
                throw new HostRequestException(Nothing(assembly, name, profiles, others));
            }
        }

        return chosen.Count == 1
            ? chosen[0]
            : throw new HostRequestException(
                $"{(name is null ? $"{assembly.Location} holds" : $"'{name}' is the name of")} several profiles; name one of: {Names(chosen)}.");
    }

    private static List<Type> ProfilesOf(Assembly assembly) =>
        [.. assembly.GetCustomAttributes<QemuProfileAttribute>().Select(static attribute => attribute.Profile)];

    private static List<Type> Named(IEnumerable<Type> profiles, string? name) =>
        [.. profiles.Where(profile => name is null || profile.FullName == name || profile.Name == name)];

    private static string Nothing(Assembly assembly, string? name, List<Type> profiles, List<Type> others)
    {
        var referenced = others.Count == 0 ? "" : $" Assemblies it refers to have: {Names(others)}.";
        return profiles.Count > 0 ? $"{assembly.Location} holds no profile '{name}'. It has: {Names(profiles)}.{referenced}"
            : others.Count > 0 ? $"{assembly.Location} holds no profile{(name is null ? ", and none is named" : $" '{name}'")}.{referenced}"
            : $"{assembly.Location} holds no VM profile. Mark a partial record with [VmProfile<Pc>] and reference the QemuDsl package.";
    }

    private static string Names(IEnumerable<Type> profiles) => string.Join(", ", profiles.Select(static profile => profile.FullName));
}

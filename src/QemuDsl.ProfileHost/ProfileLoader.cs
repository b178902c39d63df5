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
        var profiles = assembly.GetCustomAttributes<QemuProfileAttribute>().Select(static attribute => attribute.Profile).ToList();
        var names = string.Join(", ", profiles.Select(static profile => profile.FullName));
        if (profiles.Count == 0)
        {
            throw new HostRequestException($"{assembly.Location} holds no VM profile. Mark a partial record with [VmProfile<Pc>] and reference the QemuDsl package.");
        }

        var chosen = profiles.Where(profile => name is null || profile.FullName == name || profile.Name == name).ToList();
        return chosen.Count switch
        {
            1 => chosen[0],
            0 => throw new HostRequestException($"{assembly.Location} holds no profile '{name}'. It has: {names}."),
            _ => throw new HostRequestException($"{assembly.Location} holds several profiles; name one of: {names}."),
        };
    }
}

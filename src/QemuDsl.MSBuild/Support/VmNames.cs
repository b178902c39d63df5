using System.Security.Cryptography;
using System.Text;

namespace QemuDsl.MSBuild;

/// <summary>Names of VMs on their hosts, which no other project and target framework uses: two builds at once must not take each other's VM.</summary>
internal static class VmNames
{
    public static string Of(string scope, string vm) => vm + Suffix(scope);

    /// <summary>What the names of all VMs of a scope end with.</summary>
    public static string Suffix(string scope) => $".{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scope)))[..12]}";
}

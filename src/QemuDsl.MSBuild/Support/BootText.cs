using System.Globalization;

namespace QemuDsl.MSBuild;

/// <summary>The phases of a start in words.</summary>
internal static class BootText
{
    public static string Of(string vm, BootProgress value) => string.Create(
        CultureInfo.InvariantCulture, $"{vm}: {value.Phase}{(value.Detail is null ? "" : $", {value.Detail}")} ({value.Elapsed.TotalSeconds:0.00} s)");

    /// <summary>Whether whoever waits wants to know.</summary>
    public static bool IsImportant(BootProgress value) => value.Phase is BootPhase.Running or BootPhase.Booted;
}

using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>The QMP commands that tell what a program can do, and the word under which each answer is kept.</summary>
internal static class CapabilityQuestions
{
    public const string Version = "version";
    public const string Target = "target";
    public const string Machines = "machines";
    public const string Devices = "devices";
    public const string CpuModels = "cpus";
    public const string Accelerators = "accelerators";
    public const string Commands = "commands";

    public static IEnumerable<(string Word, string Command, JsonElement Arguments)> All =>
    [
        (Version, "query-version", default),
        (Target, "query-target", default),
        (Machines, "query-machines", default),
        (Devices, "qom-list-types", Implementing("device")),
        (CpuModels, "query-cpu-definitions", default),
        (Accelerators, "qom-list-types", Implementing("accel")),
        (Commands, "query-commands", default),
    ];

    private static JsonElement Implementing(string type)
    {
        using var arguments = JsonDocument.Parse($$"""{"implements": "{{type}}", "abstract": false}""");
        return arguments.RootElement.Clone();
    }
}

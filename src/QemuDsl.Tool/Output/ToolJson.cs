using System.Text.Json.Serialization;
using QemuDsl.Automation;
using QemuDsl.Tool.Doctor;

namespace QemuDsl.Tool.Output;

/// <summary>How answers become JSON, without reflection.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VmRecord))]
[JsonSerializable(typeof(IReadOnlyList<VmLine>))]
[JsonSerializable(typeof(IReadOnlyList<VmEnd>))]
[JsonSerializable(typeof(ProgramEnd))]
[JsonSerializable(typeof(VmLogs))]
[JsonSerializable(typeof(SavedFile))]
[JsonSerializable(typeof(ShellScript))]
[JsonSerializable(typeof(IReadOnlyList<HostFinding>))]
internal sealed partial class ToolJson : JsonSerializerContext;

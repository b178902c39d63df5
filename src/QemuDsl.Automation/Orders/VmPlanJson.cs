using System.Text.Json.Serialization;

namespace QemuDsl.Automation;

/// <summary>How a plan becomes JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(VmPlan))]
internal sealed partial class VmPlanJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace QemuDsl.Automation;

/// <summary>How a record becomes JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(VmRecord))]
internal sealed partial class VmRecordJson : JsonSerializerContext;

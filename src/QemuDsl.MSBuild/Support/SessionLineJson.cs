using System.Text.Json.Serialization;

namespace QemuDsl.MSBuild;

/// <summary>How a line becomes JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SessionLine))]
internal sealed partial class SessionLineJson : JsonSerializerContext;

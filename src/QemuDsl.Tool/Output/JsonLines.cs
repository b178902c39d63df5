using System.Text.Json.Serialization;

namespace QemuDsl.Tool.Output;

/// <summary>How lines become JSON, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonLine))]
internal sealed partial class JsonLines : JsonSerializerContext;

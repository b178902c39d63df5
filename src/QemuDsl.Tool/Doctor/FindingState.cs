using System.Text.Json.Serialization;

namespace QemuDsl.Tool.Doctor;

/// <summary>Whether a part of a host is as VMs need it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingState>))]
internal enum FindingState
{
    /// <summary>It is.</summary>
    [JsonStringEnumMemberName("ok")]
    Good,

    /// <summary>VMs run, but some can do less.</summary>
    [JsonStringEnumMemberName("warning")]
    Lacking,

    /// <summary>No VM runs without it.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,
}

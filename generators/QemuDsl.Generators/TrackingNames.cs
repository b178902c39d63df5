namespace QemuDsl.Generators;

/// <summary>Names of the pipeline's steps, for the cache tests.</summary>
internal static class TrackingNames
{
    public const string Declarations = "Declarations";
    public const string Input = "Input";
    public const string Models = "Models";

    public static readonly string[] All = [Declarations, Input, Models];
}

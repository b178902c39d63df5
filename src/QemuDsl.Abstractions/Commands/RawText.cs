namespace QemuDsl;

/// <summary>The notation of arguments nobody typed.</summary>
internal static class RawText
{
    public static bool IsJson(string argument) => argument.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal);
}

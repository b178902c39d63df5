namespace QemuDsl.CompilerServices;

/// <summary>A word or a brace, and the line it stands in.</summary>
internal readonly record struct SectionToken(string Text, int Line)
{
    public bool IsOpen => Text == "{";

    public bool IsClose => Text == "}";

    public bool IsWord => !IsOpen && !IsClose;
}

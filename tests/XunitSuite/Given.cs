namespace XunitSuite;

/// <summary>What the tests that run this suite have told it.</summary>
internal static class Given
{
    public static string File(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");
}

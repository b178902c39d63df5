namespace QemuDsl.MSBuild.Tests;

/// <summary>Ways to run tests.</summary>
public enum Runner
{
    /// <summary>xUnit v3 on Microsoft.Testing.Platform, by <c>dotnet test</c>.</summary>
    TestingPlatform,

    /// <summary>The same, by <c>dotnet run</c>.</summary>
    Program,

    /// <summary>MSTest on Microsoft.Testing.Platform.</summary>
    MSTest,

    /// <summary>xUnit v2 on VSTest.</summary>
    VSTest,

    /// <summary>xUnit v3 on VSTest.</summary>
    Xunit3OnVSTest,
}

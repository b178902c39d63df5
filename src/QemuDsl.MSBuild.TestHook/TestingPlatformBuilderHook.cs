using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Services;

namespace QemuDsl.MSBuild.TestHook;

/// <summary>Called by the entry point that the build generates for a test program.</summary>
public static class TestingPlatformBuilderHook
{
    /// <summary>Adds the VMs of the project to the test session.</summary>
    public static void AddExtensions(ITestApplicationBuilder testApplicationBuilder, string[] arguments) =>
        testApplicationBuilder.TestHost.AddTestSessionLifetimeHandle(
            static services => new VmSession(services.GetRequiredService<ICommandLineOptions>()));
}

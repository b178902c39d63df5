namespace QemuDsl.MSBuild.Tests;

/// <summary>VMs that are started in one build and stopped in another.</summary>
public sealed class StartAndStopTests
{
    [Fact]
    public async Task VM_of_a_profile_is_started_in_one_build_used_in_another_and_stopped_in_a_third()
    {
        await using var folder = new BuildFolder();
        var project = folder.Bare(
            Guests.Profile(folder, more: "Memory=\"96M\" Title=\"7\" ForwardTcp=\"5432\""),
            """
            <Target Name="Use">
              <WaitForVm Record="$(QemuVmDirectory)db.json" ReadyWhen="serial:QDSL-READY" Timeout="10s" />
              <CollectVmArtifacts Record="$(QemuVmDirectory)db.json" Folder="evidence" />
            </Target>
            """);

        (await folder.MSBuildAsync(project, "QemuStart")).Succeeded();
        var record = await folder.RecordAsync("obj/qemu-vms/db.json");
        Assert.Equal("QemuDsl.MSBuild.Tests.Booted", record.Profile);
        Assert.StartsWith("db.", record.Name, StringComparison.Ordinal);
        Assert.True(record.ForwardTo(5432)!.HostPort > 0);
        var command = await File.ReadAllTextAsync($"/proc/{record.Pid}/cmdline", TestContext.Current.CancellationToken);
        Assert.Contains("size=96M", command, StringComparison.Ordinal);

        (await folder.MSBuildAsync(project, "Use")).Succeeded();
        Assert.Contains(MarkerGuests.Marker, await File.ReadAllTextAsync(folder.File("evidence/serial.log"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        (await folder.MSBuildAsync(project, "QemuStop")).Succeeded();
        Assert.False(File.Exists(folder.File("obj/qemu-vms/db.json")));
        Assert.Empty(folder.Left());
        (await folder.MSBuildAsync(project, "QemuStop")).Succeeded();
    }

    [Fact]
    public async Task VMs_of_all_sources_start_side_by_side()
    {
        await using var folder = new BuildFolder();
        folder.Write("whole.json", """{ "machine": { "type": "q35" }, "arguments": [ "-accel", "tcg" ] }""");
        var project = folder.Bare(
            $"""
            {Guests.Profile(folder, "profile")}
            {Guests.Arguments(folder, "arguments")}
                <QemuVm Include="json" Json="whole.json" Memory="64M" Lifetime="5m" />
                <QemuVm Include="items" Machine="pc" Memory="64M" Lifetime="5m" />
                <QemuDevice Include="virtio-rng-pci" Vm="items" max-bytes="1024" period="1000" />
                <QemuDevice Include="virtio-net-pci" Vm="json" mq="off" Netdev="{"{"}&quot;type&quot;:&quot;user&quot;{"}"}" />
            """,
            """
            <Target Name="Show" DependsOnTargets="QemuStart">
              <Message Importance="High" Text="%(QemuVmRecord.Vm)=%(QemuVmRecord.Pid)" />
            </Target>
            """);

        var result = (await folder.MSBuildAsync(project, "Show")).Succeeded();

        foreach (var (name, expected) in ((string, string)[])[("items", "max-bytes=1024"), ("json", "mq=off"), ("profile", "Booted"), ("arguments", "QEMU")])
        {
            var record = await folder.RecordAsync($"obj/qemu-vms/{name}.json");
            Assert.Contains($"{name}={record.Pid}", result.Output, StringComparison.Ordinal);
            var command = await File.ReadAllTextAsync($"/proc/{record.Pid}/cmdline", TestContext.Current.CancellationToken);
            Assert.True(name is "profile" or "arguments" || command.Contains(expected, StringComparison.Ordinal), command);
        }

        (await folder.MSBuildAsync(project, "QemuStop")).Succeeded();
        Assert.Empty(folder.Left());
    }

    [Fact]
    public async Task Projects_and_target_frameworks_that_are_built_at_once_do_not_collide()
    {
        await using var folder = new BuildFolder();
        var items = Guests.Arguments(folder);
        var builds = new[] { ("a", "net10.0"), ("a", "net9.0"), ("b", "net10.0") }
            .Select(one => folder.MSBuildAsync(
                folder.Bare(items, name: $"{one.Item1}.proj"), "QemuStart", $"-p:TargetFramework={one.Item2}", $"-p:IntermediateOutputPath=obj/{one.Item1}/{one.Item2}/"))
            .ToList();

        foreach (var result in await Task.WhenAll(builds))
        {
            result.Succeeded();
        }

        var names = new List<string>();
        foreach (var path in (string[])["a/net10.0", "a/net9.0", "b/net10.0"])
        {
            names.Add((await folder.RecordAsync($"obj/{path}/qemu-vms/db.json")).Name);
        }

        Assert.Equal(3, names.Distinct().Count());
    }
}

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
        folder.Write("profile.json", """{ "image": "/no/such", "title": "of-the-file", "memory": "80M", "cpus": 2 }""");
        folder.Write("whole.json", """{ "machine": { "type": "q35" }, "arguments": [ "-accel", "tcg" ] }""");
        var project = folder.Bare(
            $"""
            {Guests.Profile(folder, "profile", "Json=\"profile.json\" Title=\"of-the-item\"")}
                <QemuVm Include="doubtful" Profile="Doubtful" ProfileAssembly="{typeof(Booted).Assembly.Location}" Lifetime="5m" />
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

        // What a profile prints, and what is probably wrong with a description.
        Assert.Contains("doubtful: this is said aloud", result.Output, StringComparison.Ordinal);
        Assert.Matches($@"{project}\(\d+,\d+\): QemuDsl warning QDV0013: VM 'doubtful': ", result.Output);
        foreach (var (name, expected) in ((string, string)[])[("items", "max-bytes=1024"), ("json", "mq=off"), ("profile", "of-the-item"), ("arguments", "if=floppy")])
        {
            var record = await folder.RecordAsync($"obj/qemu-vms/{name}.json");
            Assert.Contains($"{name}={record.Pid}", result.Output, StringComparison.Ordinal);
            var command = await File.ReadAllTextAsync($"/proc/{record.Pid}/cmdline", TestContext.Current.CancellationToken);
            Assert.Contains(expected, command, StringComparison.Ordinal);

            // What the item says wins over the file beside its profile, and what it leaves to the file is the file's.
            Assert.True(name != "profile" || (command.Contains("size=80M", StringComparison.Ordinal) && command.Contains("cpus=2", StringComparison.Ordinal)), command);
            Assert.DoesNotContain("of-the-file", command, StringComparison.Ordinal);
        }

        (await folder.MSBuildAsync(project, "QemuStop")).Succeeded();
        Assert.Empty(folder.Left());
    }

    [Fact]
    public async Task Terminal_logger_shows_the_target_while_VMs_boot_and_their_phases_when_it_is_asked_for_details()
    {
        await using var folder = new BuildFolder();
        var project = folder.Bare(Guests.Arguments(folder));
        var endless = folder.Bare(Guests.Arguments(folder).Replace("serial:QDSL-READY", "serial:never", StringComparison.Ordinal), name: "endless.proj");

        // The logger draws now and then: a VM that is ready at once may come between.
        using (var booting = folder.StartInTerminal("msbuild", endless, "-t:QemuStart", "-nologo", "-tl:on"))
        {
            await booting.SaidAsync("QemuStart");
            await booting.SignalGroupAsync("KILL");
        }

        await folder.NothingIsLeftAsync();
        var brief = (await folder.RunInTerminalAsync("msbuild", project, "-t:QemuStart", "-nologo", "-tl:on")).Succeeded();
        var detailed = (await folder.RunInTerminalAsync("msbuild", project, "-t:QemuStart", "-p:QemuVmRestart=true", "-nologo", "-tl:on", "-v:d")).Succeeded();

        Assert.DoesNotContain("db: Booted", brief.Output, StringComparison.Ordinal);
        Assert.Contains("db: Booted", detailed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VM_whose_record_is_lost_is_stopped_by_its_name_and_that_of_another_project_is_not()
    {
        await using var folder = new BuildFolder();
        var project = folder.Bare(Guests.Arguments(folder));
        var other = folder.Bare(Guests.Arguments(folder), name: "other.proj");
        (await folder.MSBuildAsync(project, "QemuStart")).Succeeded();
        (await folder.MSBuildAsync(other, "QemuStart", "-p:IntermediateOutputPath=other/")).Succeeded();
        var lost = await folder.RecordAsync("obj/qemu-vms/db.json");
        Directory.Delete(folder.File("obj"), recursive: true);

        var result = (await folder.MSBuildAsync(project, "QemuStop")).Succeeded();

        Assert.Contains("db: stopped; it had no record", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists($"/proc/{lost.Pid}"));
        Assert.True(Directory.Exists($"/proc/{(await folder.RecordAsync("other/qemu-vms/db.json")).Pid}"));
    }

    [Fact]
    public async Task VM_that_cannot_be_stopped_does_not_keep_the_others_alive()
    {
        await using var folder = new BuildFolder();
        var project = folder.Bare(Guests.Arguments(folder));
        (await folder.MSBuildAsync(project, "QemuStart")).Succeeded();
        var record = await folder.RecordAsync("obj/qemu-vms/db.json");
        await VmRecordFile.WriteAsync(folder.File("obj/qemu-vms/away.json"), record with { Name = "away", Host = "ssh://nobody@127.0.0.1:1" }, TestContext.Current.CancellationToken);

        var result = await folder.MSBuildAsync(project, "QemuStop");

        Assert.Contains("VM 'away': ", result.Error("QDT0005", $"{BuildFolder.Package}/build/"), StringComparison.Ordinal);
        Assert.Equal([folder.File("obj/qemu-vms/away.json")], folder.Left());
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

    [Fact]
    public async Task Solutions_that_are_built_at_once_in_nodes_that_stay_do_not_collide()
    {
        await using var folder = new BuildFolder();
        var item = Guests.Arguments(folder).Replace("\"db.args\"", "\"../db.args\"", StringComparison.Ordinal);
        foreach (var project in (string[])["a", "b", "c", "d"])
        {
            folder.Bare(item, name: $"{project}/{project}.csproj");
        }

        folder.Write("one.slnx", """<Solution><Project Path="a/a.csproj" /><Project Path="b/b.csproj" /></Solution>""");
        folder.Write("two.slnx", """<Solution><Project Path="c/c.csproj" /><Project Path="d/d.csproj" /></Solution>""");

        // Nodes of its own, which go soon after the test.
        folder.Environment["MSBUILDDISABLENODEREUSE"] = "0";
        folder.Environment["MSBUILDNODEHANDSHAKESALT"] = Guid.NewGuid().ToString("N");
        folder.Environment["MSBUILDNODECONNECTIONTIMEOUT"] = "5000";
        foreach (var target in (string[])["QemuStart", "QemuStop"])
        {
            var builds = ((string[])["one.slnx", "two.slnx"]).Select(solution => folder.MSBuildAsync(solution, target, "-m:2", "-nodeReuse:true")).ToList();
            foreach (var result in await Task.WhenAll(builds))
            {
                result.Succeeded();
            }

            Assert.Equal(target == "QemuStart" ? 4 : 0, folder.Records().Count());
        }

        Assert.Empty(folder.Left());
    }
}

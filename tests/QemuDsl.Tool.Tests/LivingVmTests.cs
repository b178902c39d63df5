using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary>VMs that live on by their names: <c>up</c>, <c>ps</c>, <c>logs</c>, <c>screenshot</c>, <c>sweep</c>, <c>down</c>.</summary>
public sealed class LivingVmTests : IAsyncDisposable
{
    private readonly LivingVms _vms = new();

    [Fact]
    public async Task VM_lives_from_up_to_down()
    {
        var up = await _vms.UpAsync("db", MarkerGuests.BootSector());
        var listed = LivingVms.Json(await _vms.RunAsync("ps", "--json")).EnumerateArray().Single();
        var table = await _vms.RunAsync("ps");

        var down = await _vms.RunAsync("down", "--now", "db");

        Assert.Equal("db", listed.GetProperty("name").GetString());
        Assert.Equal("running", listed.GetProperty("state").GetString());
        Assert.Equal(up.GetProperty("pid").GetInt32(), listed.GetProperty("pid").GetInt32());
        Assert.Matches(@"^NAME +STATE +PID +SINCE +UNTIL +DIRECTORY\ndb +running +\d+ ", table.Output);
        Assert.True(down.ExitCode == 0, down.ToString());
        Assert.Matches("^db  [A-Z][a-z]+\n$", down.Output);
        Assert.False(Directory.Exists(up.GetProperty("runDirectory").GetString()!));
    }

    [Fact]
    public async Task VM_is_found_by_its_run_directory_too()
    {
        var directory = (await _vms.UpAsync("db", MarkerGuests.BootSector())).GetProperty("runDirectory").GetString()!;

        var down = await _vms.RunAsync("down", "--now", "--json", directory);

        Assert.Equal("db", LivingVms.Json(down).EnumerateArray().Single().GetProperty("name").GetString());
    }

    [Fact]
    public async Task Name_is_taken_while_its_VM_runs()
    {
        await _vms.UpAsync("db", MarkerGuests.BootSector());

        var second = await _vms.RunAsync(["up", "--name", "db", "--", .. Guest.Command(MarkerGuests.BootSector(), _vms.Folder)]);

        Assert.True(second.ExitCode == 2, second.ToString());
        Assert.Contains("There is a VM called 'db' on local", second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_name_stops_none_and_tells_those_there_are()
    {
        await _vms.UpAsync("db", MarkerGuests.BootSector());

        var down = await _vms.RunAsync("down", "db", "dbb");

        Assert.True(down.ExitCode == 2, down.ToString());
        Assert.Equal("No VM called 'dbb' runs on local. There are: db.\n", down.Errors);
        Assert.Single(LivingVms.Json(await _vms.RunAsync("ps", "--json")).EnumerateArray());
    }

    [Fact]
    public async Task Argument_file_is_started_with_a_forward()
    {
        var file = _vms.Folder.File("vm.args");
        await File.WriteAllLinesAsync(file, Guest.Command(MarkerGuests.BootSector(), _vms.Folder), TestContext.Current.CancellationToken);

        var up = await _vms.RunAsync("up", "--name", "db", "--arguments", file, "--forward", "22", "--lifetime", "10m");

        Assert.True(up.ExitCode == 0, up.ToString());
        Assert.Matches(@"^db  pid \d+  until .*\n127\.0\.0\.1:\d+ -> 22/tcp\n$", up.Output);
    }

    [Fact]
    public async Task Profile_of_an_assembly_is_started()
    {
        var kernel = MarkerGuests.Pvh().WriteTo(_vms.Folder.FullPath);
        var json = _vms.Folder.File("hello.json");
        await File.WriteAllTextAsync(json, $$"""{ "kernel": "{{kernel}}", "initrd": "{{kernel}}" }""", TestContext.Current.CancellationToken);

        var up = LivingVms.Json(await _vms.RunAsync(
            "up", "--name", "db", "--assembly", Built.HelloVm, "--from-json", json, "--ready-serial", MarkerGuests.Marker, "--lifetime", "10m", "--json"));

        Assert.Equal("HelloVm.HelloVm", up.GetProperty("profile").GetString());
        Assert.Contains(MarkerGuests.Marker, (await _vms.RunAsync("logs", "db")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whole_VM_of_a_JSON_file_is_started_and_waited_for_by_its_own_account()
    {
        var kernel = MarkerGuests.Pvh().WriteTo(_vms.Folder.FullPath);
        var json = _vms.Folder.File("vm.json");
        await File.WriteAllTextAsync(
            json,
            $$"""{ "machine": { "type": "pc" }, "arguments": ["-accel", "tcg", "-kernel", "{{kernel}}"], "readyWhen": "serial:{{MarkerGuests.Marker}}" }""",
            TestContext.Current.CancellationToken);

        var up = await _vms.RunAsync("up", "--name", "db", "--from-json", json, "--lifetime", "10m");

        Assert.True(up.ExitCode == 0, up.ToString());
        Assert.Matches("Running +.*QDSL-READY", up.Errors);
        Assert.Contains(MarkerGuests.Marker, (await _vms.RunAsync("logs", "db")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_are_what_the_guest_said()
    {
        await _vms.UpAsync("db", MarkerGuests.BootSector());

        var text = await _vms.RunAsync("logs", "db");
        var json = LivingVms.Json(await _vms.RunAsync("logs", "db", "--json"));

        Assert.Contains(MarkerGuests.Marker, text.Output, StringComparison.Ordinal);
        Assert.Contains(MarkerGuests.Marker, json.GetProperty("serial").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_of_QEMU_are_both_halves_of_what_its_run_directory_keeps()
    {
        var directory = (await _vms.UpAsync("db", MarkerGuests.BootSector())).GetProperty("runDirectory").GetString()!;
        await File.AppendAllTextAsync(Path.Combine(directory, "stderr.log.1"), "older\n", TestContext.Current.CancellationToken);
        await File.AppendAllTextAsync(Path.Combine(directory, "stderr.log"), "newer\n", TestContext.Current.CancellationToken);

        var text = await _vms.RunAsync("logs", "db");
        var json = LivingVms.Json(await _vms.RunAsync("logs", "db", "--json"));

        Assert.Equal("older\nnewer\n", text.Errors);
        Assert.Equal("older\nnewer\n", json.GetProperty("stderr").GetString());
    }

    [Fact]
    public async Task VMs_are_listed_in_the_order_of_their_start_with_what_they_were_given()
    {
        foreach (var name in (string[])["c", "a", "b"])
        {
            var up = await _vms.RunAsync(
                ["up", "--name", name, "--lifetime", "10m", "--agent", "--", .. Guest.Command(MarkerGuests.BootSector(), _vms.Folder)]);
            Assert.True(up.ExitCode == 0, up.ToString());
        }

        var listed = LivingVms.Json(await _vms.RunAsync("ps", "--json")).EnumerateArray().ToList();

        Assert.Equal(["c", "a", "b"], listed.Select(static vm => vm.GetProperty("name").GetString()));
        Assert.All(listed, static vm => Assert.True(vm.GetProperty("hasGuestAgent").GetBoolean()));
        Assert.All(listed, static vm => Assert.InRange(
            vm.GetProperty("endsAt").GetDateTimeOffset() - vm.GetProperty("startedAt").GetDateTimeOffset(), TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(11)));
    }

    [Fact]
    public async Task Screenshot_is_a_PNG()
    {
        await _vms.UpAsync("db", MarkerGuests.BootSector(), "-device", "VGA");
        var file = _vms.Folder.File("screen.png");

        var shot = await _vms.RunAsync("screenshot", "db", file);

        Assert.True(shot.ExitCode == 0, shot.ToString());
        Assert.Equal($"{file}\n", shot.Output);
        var png = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal("PNG"u8, png.AsSpan(1, 3));
        var json = LivingVms.Json(await _vms.RunAsync("screenshot", "db", file, "--json"));
        Assert.Equal((file, png.Length > 0), (json.GetProperty("file").GetString(), json.GetProperty("bytes").GetInt64() > 0));
    }

    [Fact]
    public async Task Screen_that_is_not_there_is_told_with_a_remedy()
    {
        await _vms.UpAsync("db", MarkerGuests.BootSector());

        var shot = await _vms.RunAsync("screenshot", "db", _vms.Folder.File("screen.png"));

        Assert.True(shot.ExitCode == 1, shot.ToString());
        Assert.Contains("add a display device", shot.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_takes_what_nobody_looks_after_and_leaves_the_rest()
    {
        var directory = (await _vms.UpAsync("db", MarkerGuests.BootSector())).GetProperty("runDirectory").GetString()!;
        var left = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(directory)!, "left")).FullName;
        await File.WriteAllTextAsync(Path.Combine(left, "owner"), "1 1 00000000-0000-0000-0000-000000000000\n", TestContext.Current.CancellationToken);

        var swept = await _vms.RunAsync("sweep");
        var again = await _vms.RunAsync("sweep");
        var none = LivingVms.Json(await _vms.RunAsync("sweep", "--json"));

        Assert.Equal($"-  {left}\n", swept.Output);
        Assert.Equal("Nothing to sweep.\n", again.Output);
        Assert.Empty(none.EnumerateArray());
        Assert.True(Directory.Exists(directory));
    }

    public ValueTask DisposeAsync() => _vms.DisposeAsync();
}

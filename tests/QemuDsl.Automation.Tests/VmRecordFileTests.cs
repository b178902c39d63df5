namespace QemuDsl.Automation.Tests;

/// <summary>Records of VMs as files.</summary>
public sealed class VmRecordFileTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    private static VmRecord Record => new()
    {
        Format = 1, Name = "db", Host = "ssh://ci@lab3", RunDirectory = "/run/qemu-dsl/abc", Pid = 4711, ProcessStartTime = 99, BootId = "b00t",
        ControlSocket = "/run/qemu-dsl/abc/ctl.sock", HasSerial = true, HasGuestAgent = false, Profile = "Lab.Db",
        Forwards = [new VmRecordForward { Protocol = "tcp", HostAddress = "127.0.0.1", HostPort = 40955, GuestPort = 5432 }],
        StartedAt = DateTimeOffset.UnixEpoch, EndsAt = DateTimeOffset.UnixEpoch.AddHours(1),
    };

    [Fact]
    public async Task Record_comes_back_as_it_was_written_and_only_its_owner_can_read_it()
    {
        var file = _folder.File("obj/qemu-vms/db.json");
        await VmRecordFile.WriteAsync(file, Record with { Name = "old" }, TestContext.Current.CancellationToken);
        await VmRecordFile.WriteAsync(file, Record, TestContext.Current.CancellationToken);

        var read = await VmRecordFile.ReadAsync(file, TestContext.Current.CancellationToken);

        Assert.Equal(Record.Forwards, read!.Forwards);
        Assert.Equal(Record with { Forwards = read.Forwards }, read);
        Assert.Equal(40955, read.ForwardTo(5432)!.HostPort);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(file)!));
    }

    [Fact]
    public async Task File_that_is_not_there_is_no_record() =>
        Assert.Null(await VmRecordFile.ReadAsync(_folder.File("none.json"), TestContext.Current.CancellationToken));

    [Fact]
    public async Task Page_of_the_format_shows_what_is_written()
    {
        var page = await File.ReadAllTextAsync(Checkout.File("docs", "vm-record.md"), TestContext.Current.CancellationToken);
        var file = _folder.File("shown.json");
        await File.WriteAllTextAsync(file, page.Split("```json\n")[1].Split("```")[0], TestContext.Current.CancellationToken);

        var record = await VmRecordFile.ReadAsync(file, TestContext.Current.CancellationToken);

        await VmRecordFile.WriteAsync(_folder.File("again.json"), record!, TestContext.Current.CancellationToken);
        Assert.Equal(
            (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Trim(),
            await File.ReadAllTextAsync(_folder.File("again.json"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("\"name\": \"db\"", "\"nom\": \"db\"", "(3)", "nom")]
    [InlineData("\"pid\": 4711", "\"pid\": \"4711\"", "(6)", "pid")]
    [InlineData("\"pid\": 4711", "\"pid\": 0", "(6)", "pid is no process number")]
    [InlineData("\"hostPort\": 40955", "\"hostPort\": 70000", "(16)", "hostPort is no port from 1 to 65535")]
    [InlineData("\"host\": \"ssh://ci@lab3\"", "\"host\": \"lab3\"", "(4)", "host 'lab3' is no address of a host")]
    [InlineData("\"runDirectory\": \"/run", "\"runDirectory\": \"run", "(5)", "runDirectory is no absolute path")]
    [InlineData("\"bootId\": \"b00t\"", "\"bootId\": null", "(8)", "bootId")]
    [InlineData("\"format\": 1", "\"format\": 2", "(2)", "format 2 is another version's, this one reads 1")]
    [InlineData("\"pid\": 4711,", "\"pid\": 4711,\n\"pid\": 4712,", "(7)", "uplicate")]
    [InlineData("{", "", "(2)", "")]
    [InlineData("\"name\": \"db\",", "", "(23)", "name")]
    public async Task Wrong_file_is_refused_with_line_and_field(string good, string bad, string line, string field)
    {
        var file = _folder.File("db.json");
        await VmRecordFile.WriteAsync(file, Record, TestContext.Current.CancellationToken);
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, text.Replace(good, bad, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var wrong = await Assert.ThrowsAsync<AutomationException>(() => VmRecordFile.ReadAsync(file, TestContext.Current.CancellationToken));

        Assert.Equal(AutomationFailure.Record, wrong.Failure);
        Assert.StartsWith($"{file}{line}: this is no record of a VM: ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(field, wrong.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}

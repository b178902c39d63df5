using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests.Capabilities;

/// <summary>Answers kept on disk: used while they hold, asked anew whenever anything is strange about them.</summary>
public sealed class CapabilityCacheTests : IAsyncDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly DateTime Built = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly TestHost _host = new();

    private string Cache => _host.File("cache");

    private string Kept => Directory.EnumerateFiles(Cache, "program-*.json").Single();

    [Fact]
    public async Task Second_question_is_answered_from_disk()
    {
        var program = FakeProgram.Real(_host);

        var first = await GetAsync(program);
        var second = await GetAsync(program);

        Assert.Equal(1, program.Starts);
        Assert.Equal(first.Version, second.Version);
        Assert.Equal(first.Machines, second.Machines);
        Assert.Equal(first.CpuModels, second.CpuModels);
        Assert.Equal(first.DeviceTypes.Order(StringComparer.Ordinal), second.DeviceTypes.Order(StringComparer.Ordinal));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(Kept));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(Cache));
    }

    [Fact]
    public async Task Program_that_changed_is_asked_anew()
    {
        var program = FakeProgram.Real(_host);
        await GetAsync(program);

        program.Change();
        await GetAsync(program);

        Assert.Equal(2, program.Starts);
        Assert.Single(Directory.EnumerateFiles(Cache, "program-*.json"));
    }

    [Theory]
    [InlineData("touched")]
    [InlineData("of another size")]
    public async Task Program_that_is_only_touched_or_only_grows_is_asked_anew(string how)
    {
        var program = FakeProgram.Real(_host);
        File.SetLastWriteTimeUtc(program.Path, Built);
        await GetAsync(program);

        if (how == "touched")
        {
            File.SetLastWriteTimeUtc(program.Path, Built.AddSeconds(1));
        }
        else
        {
            program.Change();
            File.SetLastWriteTimeUtc(program.Path, Built);
        }

        await GetAsync(program);
        await GetAsync(program);

        Assert.Equal(2, program.Starts);
    }

    [Fact]
    public async Task Program_of_the_same_size_and_time_at_another_path_is_asked_itself()
    {
        var (one, other) = (FakeProgram.Real(_host), FakeProgram.Real(_host));
        File.SetLastWriteTimeUtc(one.Path, Built);
        File.SetLastWriteTimeUtc(other.Path, Built);

        await GetAsync(one);
        await GetAsync(other);
        await GetAsync(one);

        Assert.Equal((1, 1), (one.Starts, other.Starts));
        Assert.Equal(2, Directory.EnumerateFiles(Cache, "program-*.json").Count());
    }

    [Fact]
    public async Task Many_who_ask_at_once_start_it_once()
    {
        var program = FakeProgram.Real(_host);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => GetAsync(program)));

        Assert.Equal(1, program.Starts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"format": "one"}""")]
    [InlineData("""{"format": 1, "host": null, "program": 3}""")]
    public async Task File_that_is_no_answer_is_replaced(string content)
    {
        var program = FakeProgram.Real(_host);
        await GetAsync(program);
        await File.WriteAllTextAsync(Kept, content, TestContext.Current.CancellationToken);

        await GetAsync(program);
        await GetAsync(program);

        Assert.Equal(2, program.Starts);
    }

    [Theory]
    [InlineData("\"cpu-max\":", "\"cpu-max\":1e99,\"x\":")]
    [InlineData("\"machines\":[", "\"machines\":[null,")]
    [InlineData("\"devices\":[", "\"devices\":[{\"name\":{}},")]
    [InlineData("\"arch\":", "\"arch\":null,\"x\":")]
    [InlineData("\"cpus\":[", "\"cpus\":[{\"name\":\"\\ud800\"},")]
    public async Task Answer_of_another_form_is_replaced(string part, string hostile)
    {
        var program = FakeProgram.Real(_host);
        await GetAsync(program);
        var text = await File.ReadAllTextAsync(Kept, TestContext.Current.CancellationToken);
        Assert.Contains(part, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Kept, text.Replace(part, hostile, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        await GetAsync(program);

        Assert.Equal(2, program.Starts);
    }

    [Theory]
    [InlineData("half the file")]
    [InlineData("huge")]
    [InlineData("deep")]
    [InlineData("a link")]
    [InlineData("a FIFO")]
    [InlineData("writable by others")]
    [InlineData("of another user")]
    public async Task File_that_is_strange_is_not_used(string what)
    {
        var program = FakeProgram.Real(_host);
        await GetAsync(program);
        await MakeStrangeAsync(Kept, what);

        var told = await GetAsync(program);

        Assert.Equal(2, program.Starts);
        Assert.NotNull(told.FindMachine("pc"));
    }

    [Theory]
    [InlineData("open to others")]
    [InlineData("a link")]
    [InlineData("of another user")]
    [InlineData("a file")]
    public async Task Directory_that_is_not_ones_own_is_not_used(string what)
    {
        var program = FakeProgram.Real(_host);
        await GetAsync(program);
        await SpoilAsync(what);
        var before = what == "a file" ? [] : Directory.GetFileSystemEntries(Cache);

        await GetAsync(program);
        await GetAsync(program);

        Assert.Equal(3, program.Starts);
        Assert.Equal(before, what == "a file" ? [] : Directory.GetFileSystemEntries(Cache));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static async Task MakeStrangeAsync(string path, string what)
    {
        switch (what)
        {
            case "half the file":
                await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path))[..^5000]);
                break;
            case "huge":
                await File.AppendAllTextAsync(path, new string(' ', 8 * 1024 * 1024));
                break;
            case "deep":
                await File.WriteAllTextAsync(path, new string('[', 1_000_000));
                break;
            case "a link":
                File.Move(path, path + ".there");
                File.CreateSymbolicLink(path, path + ".there");
                break;
            case "a FIFO":
                File.Delete(path);
                await ChildProcess.RunAsync("mkfifo", ["-m", "600", path]);
                break;
            case "writable by others":
                File.SetUnixFileMode(path, OwnerOnly | UnixFileMode.OtherWrite);
                break;
            default:
                await GiveAwayAsync(path);
                break;
        }
    }

    private async Task SpoilAsync(string what)
    {
        switch (what)
        {
            case "open to others":
                File.SetUnixFileMode(Cache, File.GetUnixFileMode(Cache) | UnixFileMode.GroupWrite);
                break;
            case "a link":
                Directory.Move(Cache, Cache + "-there");
                File.CreateSymbolicLink(Cache, Cache + "-there");
                break;
            case "a file":
                Directory.Delete(Cache, recursive: true);
                await File.WriteAllTextAsync(Cache, "");
                break;
            default:
                await GiveAwayAsync(Cache);
                break;
        }
    }

    private static async Task GiveAwayAsync(string path)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Missing.Report("only root gives a file to another user");
        }

        await ChildProcess.RunAsync("chown", ["65534", path]);
    }

    private Task<QemuCapabilities> GetAsync(FakeProgram program) => _host.Host.GetCapabilitiesAsync(
        program.Path,
        new CapabilityOptions { CacheDirectory = Cache, Timeout = TimeSpan.FromMinutes(1) },
        TestContext.Current.CancellationToken);
}

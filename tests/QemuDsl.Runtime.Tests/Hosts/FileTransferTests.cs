using System.Security.Cryptography;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>Files to and from a host: whole, with their permissions, or not at all.</summary>
public sealed class FileTransferTests
{
    private const UnixFileMode Script = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("plain")]
    [InlineData("-n with 'quotes', $(blanks) and\na line")]
    public async Task File_goes_and_comes_back_as_it_was(string name)
    {
        await using var host = new TestHost();
        using var folder = new TempDirectory();
        var content = RandomNumberGenerator.GetBytes((5 << 20) + 3);
        await File.WriteAllBytesAsync(folder.File("here"), content, Token);
        File.SetUnixFileMode(folder.File("here"), Script);

        await host.Host.UploadAsync(folder.File("here"), folder.File(name), Token);
        await host.Host.DownloadAsync(folder.File(name), folder.File("back"), Token);

        Assert.Equal((Script, Script), (File.GetUnixFileMode(folder.File(name)), File.GetUnixFileMode(folder.File("back"))));
        Assert.Equal(content, await File.ReadAllBytesAsync(folder.File("back"), Token));
        Assert.Equal(3, Directory.GetFiles(folder.FullPath).Length);
    }

    [Fact]
    public async Task Empty_file_goes_too_and_its_owner_alone_may_read_it()
    {
        await using var host = new TestHost();
        using var folder = new TempDirectory();

        await host.Host.UploadAsync(Stream.Null, folder.File("there"), cancellationToken: Token);

        Assert.Equal(0, new FileInfo(folder.File("there")).Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("there")));
    }

    [Fact]
    public async Task Directory_is_not_written_into()
    {
        await using var host = new TestHost();
        using var folder = new TempDirectory();
        Directory.CreateDirectory(folder.File("there"));

        var failure = await Assert.ThrowsAsync<HostException>(() => host.Host.UploadAsync(Stream.Null, folder.File("there"), cancellationToken: Token));

        Assert.Contains("it is a directory", failure.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(folder.FullPath, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Missing_file_is_named()
    {
        await using var host = new TestHost();
        using var folder = new TempDirectory();

        var failure = await Assert.ThrowsAsync<HostException>(() => host.Host.DownloadAsync(folder.File("none"), folder.File("here"), Token));

        Assert.Contains(folder.File("none"), failure.Message, StringComparison.Ordinal);
        Assert.Contains("no such file", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.FullPath));
    }

    [Fact]
    public async Task Full_disk_leaves_what_was_there()
    {
        await using var host = new TestHost();
        using var folder = new TempDirectory();
        await using var disk = await SmallDisk.MountAsync(folder.File("disk"));
        var path = Path.Combine(folder.File("disk"), "file");
        await File.WriteAllTextAsync(path, "before", Token);

        var failure = await Assert.ThrowsAsync<HostException>(() => host.Host.UploadAsync(new MemoryStream(new byte[1 << 20]), path, cancellationToken: Token));

        Assert.Contains("No space left on device", failure.Message, StringComparison.Ordinal);
        Assert.Equal("before", await File.ReadAllTextAsync(path, Token));
        Assert.Single(Directory.GetFiles(folder.File("disk")));
    }

    [Fact]
    public async Task Given_up_it_leaves_what_was_there()
    {
        await using var host = new TestHost();
        using var folder = new TempDirectory();
        await File.WriteAllTextAsync(folder.File("there"), "before", Token);
        using var giveUp = new CancellationTokenSource();
        await using var endless = File.OpenRead("/dev/zero");

        var growing = GiveUpAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => host.Host.UploadAsync(endless, folder.File("there"), cancellationToken: giveUp.Token));
        await growing;

        Assert.Equal("before", await File.ReadAllTextAsync(folder.File("there"), Token));
        await Eventually.TrueAsync(() => Directory.GetFiles(folder.FullPath).Length == 1, "nothing else is left");

        async Task GiveUpAsync()
        {
            await Eventually.TrueAsync(() => Directory.GetFiles(folder.FullPath).Any(static file => new FileInfo(file).Length > 1 << 20), "it goes");
            await giveUp.CancelAsync();
        }
    }
}

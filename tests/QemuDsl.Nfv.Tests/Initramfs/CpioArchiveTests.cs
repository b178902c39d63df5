using CsCheck;
using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>Archives, unpacked by the real cpio.</summary>
public sealed class CpioArchiveTests
{
    private static readonly Gen<string> Name = Gen.String[Gen.Char["ab čé'\"$-.😀"[..11]], 1, 6].Where(static name => name is not ("." or ".."));

    [Fact]
    public async Task Files_come_out_as_they_went_in() => await Gen.Select(
            Gen.Select(Name, Name, static (folder, name) => $"/{folder}/{name}x"),
            Gen.Byte.Array[0, 70],
            Gen.Int[0, 0x1ff],
            static (path, content, mode) => new GuestFile(path, content) { Mode = (UnixFileMode)(mode | 0x100) })
        .Array[1, 6]
        .Where(static files => files.Select(static file => file.Path).Distinct().Count() == files.Length)
        .SampleAsync(
            static async files =>
            {
                await using var folder = new TempDirectory();
                var archive = new CpioArchive();
                foreach (var file in files)
                {
                    archive.Add(file);
                }

                await UnpackAsync(folder, archive);

                foreach (var file in files)
                {
                    var there = folder.File(file.Path.TrimStart('/'));
                    Assert.Equal(file.Content.ToArray(), await File.ReadAllBytesAsync(there, TestContext.Current.CancellationToken));
                    Assert.Equal(file.Mode, File.GetUnixFileMode(there));
                }
            },
            iter: 20);

    [Fact]
    public async Task Links_directories_and_devices_are_what_they_are_said_to_be()
    {
        await using var folder = new TempDirectory();
        var archive = new CpioArchive();
        archive.AddDirectory("/a/b");
        archive.AddLink("/a/link", "b/../x");
        archive.AddDevice("/dev/console", 5, 1);

        var listing = await UnpackAsync(folder, archive, "-itv");

        Assert.Matches(@"(?m)^drwxr-xr-x .* a/b$", listing);
        Assert.Matches(@"(?m)^lrwxrwxrwx .* a/link -> b/\.\./x$", listing);
        Assert.Matches(@"(?m)^crw------- .* 5, +1 .* dev/console$", listing);
    }

    [Fact]
    public void The_same_content_makes_the_same_bytes()
    {
        Assert.Equal(Make(), Make());

        static byte[] Make()
        {
            var archive = new CpioArchive();
            archive.Add(GuestFile.OfText("/a/b", "c"));
            return archive.ToBytes();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/a/../b")]
    [InlineData("/a//b")]
    [InlineData("/./a")]
    [InlineData("/a\0b")]
    public void Paths_that_lead_elsewhere_are_refused(string path) =>
        Assert.Throws<ArgumentException>(() => new CpioArchive().Add(GuestFile.OfText(path, "x")));

    [Fact]
    public void A_file_is_there_once()
    {
        var archive = new CpioArchive();
        archive.Add(GuestFile.OfText("/a", "x"));

        Assert.Contains("'a' is in the archive already", Assert.Throws<ArgumentException>(() => archive.Add(GuestFile.OfText("a", "y"))).Message, StringComparison.Ordinal);
    }

    private static async Task<string> UnpackAsync(TempDirectory folder, CpioArchive archive, string options = "-idm")
    {
        var file = folder.File("archive.cpio");
        await File.WriteAllBytesAsync(file, archive.ToBytes(), TestContext.Current.CancellationToken);
        var result = await new LocalHost().RunAsync(
            new HostCommand("sh", ["-c", "cd \"$1\" && exec \"$2\" \"$3\" --quiet <archive.cpio", "sh", folder.FullPath, Tools.Require("cpio"), options]),
            TestContext.Current.CancellationToken);
        Assert.Equal("", result.Errors);
        Assert.Equal(0, result.Code);
        return result.Output;
    }
}

namespace QemuDsl.Abstractions.Tests;

/// <summary>Records as VPP's configuration.</summary>
public sealed class SectionRenderingTests
{
    [Fact]
    public void A_file_is_its_sections_in_source_order()
    {
        var file = new LabFile
        {
            Plain = new LabPlain { Name = "p" },
            Main = new LabMain
            {
                NoDaemon = true,
                Counters = false,
                MainCore = 0,
                Workers = "1-3,8",
                HeapSize = 512.MiB(),
                Pace = LabPace.Fast,
                Startup = ["a", "b"],
                Defaults = new LabDefaults { Queues = 2 },
                Devices = [new LabDevice { Address = "6.0" }, new LabDevice { Address = "10.0", Name = "left", NoTso = true }],
            },
        };

        Assert.Equal(
            """
            main {
              nodaemon
              counters off
              main-core 0
              workers 1-3,8
              heap-size 512M
              pace very-fast
              startup a
              startup b
              dev default {
                queues 2
              }
              dev 6.0
              dev 10.0 {
                name left
                no-tso
              }
            }
            plain {
              name p
            }

            """,
            file.ToText());
    }

    [Fact]
    public void A_section_alone_has_its_name_and_braces() => Assert.Equal("plain {\n  name p\n}\n", new LabPlain { Name = "p" }.ToText());

    [Fact]
    public void A_section_with_nothing_set_is_there_all_the_same() => Assert.Equal("main {\n}\n", new LabFile { Main = new LabMain() }.ToText());

    [Theory]
    [InlineData(0L, "0")]
    [InlineData(1000L, "1000")]
    [InlineData(1L << 20, "1M")]
    [InlineData(3L << 40, "3072G")]
    [InlineData(1L << 60, "1073741824G")]
    public void Sizes_end_at_G_because_VPP_reads_no_larger_unit(long bytes, string expected) =>
        Assert.Equal($"main {{\n  heap-size {expected}\n}}\n", new LabMain { HeapSize = new ByteSize(bytes) }.ToText());

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("a b", "has a blank or a control character")]
    [InlineData("a\nb", "has a blank or a control character")]
    [InlineData("a}", "has a brace or a backslash")]
    [InlineData("{", "has a brace or a backslash")]
    [InlineData("a\\b", "has a brace or a backslash")]
    [InlineData("#a", "has a '#'")]
    [InlineData("a#b", "has a '#'")]
    public void What_VPP_could_not_read_back_is_refused_with_its_place(string word, string problem)
    {
        var refused = Assert.Throws<QemuOptionException>(() => new LabMain { Log = word }.ToText());

        Assert.Equal("main", refused.Option);
        Assert.Equal("log", refused.Key);
        Assert.StartsWith(problem, refused.Problem, StringComparison.Ordinal);
        Assert.Equal("log", Assert.Single(new LabMain { Log = word }.Check()).Key);
    }

    // An attribute cannot carry half a pair.
    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        Assert.Contains("half a surrogate pair", Assert.Throws<QemuOptionException>(static () => new LabMain { Log = "a\ud800" }.ToText()).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_word_that_VPP_would_cut_is_refused()
    {
        Assert.NotEmpty(new LabMain { Log = new string('a', 1023) }.ToText());
        Assert.Contains("1023 bytes", Assert.Throws<QemuOptionException>(static () => new LabMain { Log = new string('a', 1024) }.ToText()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_of_blocks_and_sections_are_checked()
    {
        var file = new LabFile { Main = new LabMain { MainCore = 64, NoDaemon = true, HeapSize = 1.MiB(), Defaults = new LabDefaults { Queues = 3 } } };

        Assert.Equal(["QDV0002 main-core", "QDV0005 heap-size", "QDV0003 queues"], file.Check().Select(static finding => $"{finding.Id} {finding.Key}"));
    }

    [Fact]
    public void What_a_release_lacks_is_told_with_its_number()
    {
        var main = new LabMain { Workers = "1" };

        Assert.Empty(main.Check(new ProgramVersion(20, 5)));
        Assert.Empty(main.Check());
        Assert.Equal(
            "QDV0008 main, key 'workers': came with VPP 20.05, and this is meant for 20.01. Use main-core.",
            Assert.Single(main.Check(new ProgramVersion(20, 1))).ToString());
    }
}

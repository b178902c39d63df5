using CsCheck;

namespace QemuDsl.Abstractions.Tests;

/// <summary>Command lines of other programs, both ways.</summary>
public sealed class ToolTests
{
    private static readonly Gen<string> Text = Gen.OneOf(Gen.String.Where(static text => !text.Contains('\0', StringComparison.Ordinal) && !text.Any(char.IsSurrogate)), Gen.Const("--"), Gen.Const("-a"));

    private static readonly Gen<LabProgram> Programs =
        from shared in Gen.Select(Gen.Int[0, 200].Array[1, 5].OrNone(), Gen.Int[0, 31].Array[0, 3], Text.OrNone(), Gen.Bool)
        from hasOwn in Gen.Bool
        from own in Gen.Select(Gen.Bool, Gen.Int.Nullable(), Gen.Bool.Nullable(), Gen.ULong[0, 0xffff_ffff_ffff].Array[0, 2])
        select new LabProgram
        {
            Shared = new LabShared
            {
                Cores = shared.Item1 is { } cores ? CpuSet.Of(cores) : default(CpuSet?),
                Allow = [.. shared.Item2.Select(static slot => new PciAddress(slot))],
                FilePrefix = shared.Item3,
                Verbose = shared.Item4,
            },
            Own = !hasOwn ? null : new LabOwn
            {
                AutoStart = own.Item1,
                NbCores = own.Item2,
                ForwardMode = own.Item3 is { } isFast ? (isFast ? LabPace.Fast : LabPace.Slow) : null,
                Peer = [.. own.Item4.Select(static value => new MacAddress(value))],
            },
        };

    [Fact]
    public void Each_option_is_written_as_getopt_takes_it() => Assert.Equal(
        ["-l", "0-1,4", "-a", "6.0", "-a", "7.0", "--file-prefix=a b", "-v", "--", "--auto-start", "--nb-cores=1", "--forward-mode=very-fast"],
        new LabProgram
        {
            Shared = new LabShared { Cores = "0-1,4", Allow = ["6.0", "7.0"], FilePrefix = "a b", Verbose = true },
            Own = new LabOwn { AutoStart = true, NbCores = 1, ForwardMode = LabPace.Fast },
        }.ToArguments());

    [Theory]
    [InlineData(20, 8, "-w")]
    [InlineData(20, 11, "-a")]
    [InlineData(22, 11, "-a")]
    public void The_version_decides_on_the_spelling(int major, int minor, string expected) =>
        Assert.Equal([expected, "6.0"], new LabShared { Allow = ["6.0"] }.ToArguments(new ProgramVersion(major, minor)));

    [Fact]
    public void What_was_written_is_read_as_the_same() => Gen.Select(Programs, Gen.Int[19, 22]).Sample(static (program, year) =>
    {
        var read = LabProgram.Parse(program.ToArguments(new ProgramVersion(year, 11)));

        Assert.Equal([], read.Problems);
        Assert.Equal(program, read.Value);
    });

    [Fact]
    public void Any_arguments_are_borne() => Gen.OneOf(Text, LabGen.OneOf("-l", "-l0", "--nb-cores", "--nb-cores=", "--auto-start=1", "--", "-", "", "=", "-v1")).Array[0, 12].Sample(static arguments =>
    {
        var read = LabProgram.Parse(arguments);

        Assert.Equal(read.IsFine, read.Problems.IsEmpty);
        Assert.All(read.Problems, problem => Assert.InRange(problem.Number, 1, arguments.Length + 1));
    });

    [Theory]
    [InlineData("-l0-1 -w 6.0 -- --nb-cores 3")]
    [InlineData("-l 0-1 -a 6.0 -- --nb-cores=3")]
    public void Other_spellings_are_read_too(string line) => Assert.Equal(
        new LabProgram { Shared = new LabShared { Cores = "0-1", Allow = ["6.0"] }, Own = new LabOwn { NbCores = 3 } }, LabProgram.Parse(line.Split(' ')).Value);

    [Theory]
    [InlineData("-l", "argument 1, key '-l': needs a value. Write it behind the option.")]
    [InlineData("-v -x y -v", "argument 2, key '-x': is no option here. Use one of -l, -a, --file-prefix, -v.")]
    [InlineData("-- --auto-start=yes", "argument 2, key '--auto-start': takes no value (value 'yes'). Leave it out.")]
    [InlineData("-- --nb-cores=many", "argument 2, key '--nb-cores': has a value that does not fit (value 'many'). Write a whole number that fits Int32.")]
    [InlineData("-- --nb-cores=1 --nb-cores 2", "argument 3, key '--nb-cores': is given again, after argument 2 (value '2'). Keep one of them.")]
    [InlineData("-v -- --", "argument 3, key '--': does not belong here. Remove it: each group of options stands once, in its order.")]
    public void What_is_wrong_is_told_with_its_argument(string line, string expected)
    {
        var problems = LabProgram.Parse(line.Split(' ')).Problems;

        Assert.Equal(expected, problems[0].ToString());
    }

    [Fact]
    public void Rules_and_releases_are_checked()
    {
        var program = new LabProgram { Shared = new LabShared { FilePrefix = "a\0b" }, Own = new LabOwn { NbCores = 0 } };

        Assert.Equal(
            ["QDV0008 --nb-cores", "QDV0002 --nb-cores", "QDV0001 --file-prefix"], program.Check(new ProgramVersion(20, 2)).Select(static finding => $"{finding.Id} {finding.Key}"));
        Assert.Contains("came with lab-program 20.05", program.Check(new ProgramVersion(20, 2))[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_are_read_out_of_what_programs_say()
    {
        Assert.Equal(new ProgramVersion(22, 11), ProgramVersion.Parse("EAL: RTE Version: 'DPDK 22.11.11'"));
        Assert.Equal("20.05", ProgramVersion.Parse("20.05").ToString());
        Assert.True(new ProgramVersion(20, 8) < new ProgramVersion(20, 11));
        Assert.Throws<FormatException>(static () => ProgramVersion.Parse("none"));
    }
}

using CsCheck;

namespace QemuDsl.Abstractions.Tests;

/// <summary>VPP's configuration as records, and what is said about text that is none.</summary>
public sealed class SectionReadingTests
{
    private static readonly Gen<string> Word = Gen.Char["abcxyz019./-_:,="].Array[1, 8].Select(static letters => new string(letters));

    private static readonly Gen<LabMain> Main =
        from flags in Gen.Select(Gen.Bool, Gen.Bool.Nullable(), Word.OrNone())
        from numbers in Gen.Select(Gen.Int.Nullable(), Gen.ULong.Nullable(), Gen.Long[0, long.MaxValue].Nullable())
        from words in Gen.Select(Word.Array[0, 3], Gen.Bool.Nullable(), Gen.Guid.Nullable(), Gen.Int[0, 4095].Array[1, 6].OrNone())
        from devices in Gen.Select(Gen.Int[0, 31], Word.OrNone(), Gen.Bool).Array[0, 3]
        from defaults in Gen.Select(Gen.Bool, Gen.Int.Nullable())
        select new LabMain
        {
            NoDaemon = flags.Item1,
            Counters = flags.Item2,
            Log = flags.Item3,
            MainCore = numbers.Item1,
            Mask = numbers.Item2,
            HeapSize = numbers.Item3 is { } bytes ? new ByteSize(bytes) : default(ByteSize?),
            Startup = [.. words.Item1],
            Pace = words.Item2 is { } isFast ? (isFast ? LabPace.Fast : LabPace.Slow) : null,
            Uuid = words.Item3,
            Workers = words.Item4 is { } cores ? CpuSet.Of(cores) : default(CpuSet?),
            Devices = [.. devices.Select(static device => new LabDevice { Address = new PciAddress(device.Item1), Name = device.Item2, NoTso = device.Item3 })],
            Defaults = defaults.Item1 ? new LabDefaults { Queues = defaults.Item2 } : null,
        };

    private static readonly Gen<string> Garbage = LabGen.OneOf(
        "main", "plain", "name", "nodaemon", "counters", "on", "dev", "default", "6.0", "inner", "startup", "{", "{", "}", "}", "#", "\n", " ", " ", " ", "\\", "\0", "é", "12", "1T")
        .Array[0, 40].Select(static parts => string.Concat(parts));

    [Fact]
    public void What_was_written_is_read_as_the_same() => Gen.Select(Main.OrNone(), Main, Word.OrNone()).Sample(static (main, inner, name) =>
    {
        var file = new LabFile
        {
            Main = main is null ? null : main with { Inner = inner },
            Plain = name is null ? null : new LabPlain { Name = name },
        };
        var read = LabFile.Parse(file.ToText());

        Assert.Equal([], read.Problems);
        Assert.Equal(file, read.Value);
    });

    [Fact]
    public void Garbage_is_told_with_its_line_and_never_thrown() => Garbage.Sample(static text =>
    {
        var read = LabFile.Parse(text);

        Assert.Equal(read.IsFine, read.Problems.IsEmpty);
        Assert.True(!read.IsFine || IsSameAgain(read.Value));
        Assert.All(read.Problems, problem =>
        {
            Assert.InRange(problem.Number, 1, 1 + text.Count('\n'));
            Assert.NotEmpty(problem.Message);
            Assert.EndsWith(".", problem.Remedy, StringComparison.Ordinal);
        });
    });

    // What cannot be written was read from words that VPP would not understand either.
    private static bool IsSameAgain(LabFile file) => file.Check().Any(static finding => finding.Id == FindingIds.NotExpressible) || file.Equals(LabFile.Parse(file.ToText()).Value);

    [Fact]
    public void Any_text_at_all_is_borne() => Gen.String.Sample(static text => LabFile.Parse(text).Problems.Length <= 100);

    [Theory]
    [InlineData("main{nodaemon}")]
    [InlineData("main\n{\n  nodaemon \n}")]
    [InlineData("main { nodaemon # stay\n } # main {")]
    [InlineData("main nodaemon")]
    [InlineData("main { nodaemon#stay }\n}")]
    [InlineData("\tmain\r\n{ nodaemon\r\n}\r\n")]
    public void Layout_and_comments_mean_nothing(string text) => Assert.Equal(new LabFile { Main = new LabMain { NoDaemon = true } }, LabFile.Parse(text).Value);

    [Fact]
    public void A_key_of_two_words_comes_before_its_first_word()
    {
        var read = LabMain.Parse("main { dev 6.0 dev default { queues 4 } dev 7.0 { name x } }");

        Assert.Equal(
            new LabMain { Defaults = new LabDefaults { Queues = 4 }, Devices = [new LabDevice { Address = "6.0" }, new LabDevice { Address = "7.0", Name = "x" }] },
            read.Value);
    }

    [Theory]
    [InlineData("main {\n  nodemon\n}", "line 2, key 'nodemon': is no key here. Use one of nodaemon, counters, log,")]
    [InlineData("plain { name x }\nother", "line 2, key 'other': is no key here. Use one of main, plain.")]
    [InlineData("main {\n  other { a b { c } }\n}", "line 2, key 'other': is no key here.")]
    [InlineData("main {\n  main-core x\n}", "line 2, key 'main-core': has a value that does not fit (value 'x'). Write a whole number that fits Int32.")]
    [InlineData("main { main-core 99999999999 }", "line 1, key 'main-core': has a value that does not fit (value '99999999999').")]
    [InlineData("main { pace quick }", "line 1, key 'pace': has a value that does not fit (value 'quick'). Write one of slow, very-fast.")]
    [InlineData("main { counters maybe }", "line 1, key 'counters': has a value that does not fit (value 'maybe'). Write on or off.")]
    [InlineData("main { workers 3-1 }", "line 1, key 'workers': has a value that does not fit (value '3-1'). Write a CpuSet.")]
    [InlineData("main { log }", "line 1, key 'log': needs a value. Write it behind log.")]
    [InlineData("main { dev }", "line 1, key 'dev': needs a value. Write it behind dev.")]
    [InlineData("main { dev 40.0 }", "line 1, key 'address': has a value that does not fit (value '40.0'). Write a PciAddress.")]
    [InlineData("main {\n log a\n log b\n}", "line 3, key 'log': is given again, after line 2 (value 'b'). Keep one of them.")]
    [InlineData("plain {\n}", "line 1, key 'name': is missing, and it is required. Add it.")]
    [InlineData("plain { name x }\nmain", "line 2, key 'main': needs a block. Write main { … }.")]
    [InlineData("main {\n nodaemon", "line 1: opens a brace that is never closed. Add the missing '}'.")]
    [InlineData("main { nodaemon }\n}", "line 2: is a brace without a key (value '}'). Remove it, or write the key it belongs to before '{'.")]
    [InlineData("main { { nodaemon } log a }", "line 1: is a brace without a key (value '{').")]
    public void What_is_wrong_is_told_with_line_key_value_and_remedy(string text, string expected)
    {
        var problem = Assert.Single(LabFile.Parse(text).Problems);

        Assert.StartsWith(expected, problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_without_a_record_is_kept_word_for_word()
    {
        var read = LabFile.Parse("session {\n enable # now\n  table { a b } }\nplain { name p }\nheapsize 1G others { }");

        Assert.Equal([], read.Problems);
        Assert.Equal([new RawSection("session", "enable table { a b }"), new RawSection("heapsize", "1G"), new RawSection("others", "")], read.Value!.Others);
        Assert.Equal("plain {\n  name p\n}\nsession {\n  enable table {\n    a b\n  }\n}\nheapsize 1G\nothers {\n}\n", read.Value.ToText());
        Assert.Equal(read.Value, LabFile.Parse(read.Value.ToText()).Value);
    }

    [Theory]
    [InlineData("a {")]
    [InlineData("a } b {")]
    [InlineData("}")]
    public void Raw_text_with_odd_braces_is_refused(string body) => Assert.Throws<FormatException>(() => new RawSection("x", body));

    [Fact]
    public void Raw_words_are_held_to_what_VPP_reads_too() =>
        Assert.Throws<QemuOptionException>(static () => new LabFile { Others = [new RawSection("x", "a\\b c")] }.ToText());

    [Fact]
    public void Raw_text_cannot_smuggle_in_a_section() =>
        Assert.Throws<QemuOptionException>(static () => new LabFile { Others = [new RawSection("a { } b", "c d")] }.ToText());

    [Fact]
    public void Everything_wrong_is_told_at_once() => Assert.Equal(
        [2, 3, 5], LabFile.Parse("main {\n x 1 2 3\n main-core y\n log a\n pace z\n}").Problems.Select(static problem => problem.Number));

    [Fact]
    public void Blocks_nested_without_end_are_refused()
    {
        var text = string.Concat(Enumerable.Repeat("inner { ", 100_000));

        Assert.Contains(LabMain.Parse("main { " + text).Problems, static problem => problem.Message.StartsWith("is nested deeper", StringComparison.Ordinal));
    }

    [Fact]
    public void Much_that_is_wrong_is_told_in_part() => Assert.Equal(
        100, LabMain.Parse("main {" + string.Concat(Enumerable.Repeat("unknown\n", 1_000_000))).Problems.Length);
}

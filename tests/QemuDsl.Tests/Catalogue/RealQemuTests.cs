using System.Text.RegularExpressions;
using QemuDsl.TestKit;

namespace QemuDsl.Tests.Catalogue;

/// <summary>Real QEMU knows every key of every record, in both notations.</summary>
public sealed partial class RealQemuTests
{
    public static TheoryData<string, string> Runs
    {
        get
        {
            var runs = new TheoryData<string, string>();
            foreach (var sample in AllSamples.All)
            {
                if (sample.Since <= new QemuVersion(7, 2))
                {
                    runs.Add(sample.Name, QemuBinaries.Installed);
                }

                if (sample is { Target: "x86_64", NotUnpacked: null })
                {
                    runs.Add(sample.Name, QemuBinaries.Unpacked);
                }
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Qemu_takes_the_sample_as_key_value(string sample, string qemu) => await TryAsync(sample, qemu, Notation.KeyValue);

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Qemu_takes_the_sample_as_JSON(string sample, string qemu) => await TryAsync(sample, qemu, Notation.Json);

    private static async Task TryAsync(string name, string qemu, Notation notation)
    {
        var sample = AllSamples.Named(name);
        var binary = QemuBinaries.Require(qemu, sample.Target);
        await using var stage = new Stage();
        var command = InNotation(await sample.Build(stage), notation);
        var version = await VersionAsync(binary.Path);

        Assert.DoesNotContain(command.Check(version), static finding => finding.Severity == Severity.Error);
        if (sample.StopsAt is { } pattern)
        {
            await Trial.StopsAtAsync(binary.Path, command, stage, pattern, sample.MayRun);
            return;
        }

        var said = await Trial.RunAsync(binary.Path, command, stage);
        Assert.DoesNotMatch(Unexpected(), said);
    }

    private static async Task<QemuVersion> VersionAsync(string qemu) =>
        QemuVersion.Parse(await ChildProcess.RunAsync(qemu, ["--version"], TestContext.Current.CancellationToken));

    private static IQemuCommand InNotation(IQemuCommand command, Notation notation) => command switch
    {
        QemuCommand<Pc> pc => pc.WithNotation(notation),
        QemuCommand<Q35> q35 => q35.WithNotation(notation),
        QemuCommand<Microvm> microvm => microvm.WithNotation(notation),
        QemuCommand<MicrovmPcie> microvm => microvm.WithNotation(notation),
        QemuCommand<Virt> virt => virt.WithNotation(notation),
        _ => throw new InvalidOperationException($"{command.GetType()} is not known here."),
    };

    // What is written today must not be on its way out tomorrow; deprecated keys have samples that say so.
    [GeneratedRegex("short-form|is not a valid|unrecognized")]
    private static partial Regex Unexpected();
}

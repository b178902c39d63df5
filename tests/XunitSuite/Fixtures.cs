[assembly: AssemblyFixture(typeof(XunitSuite.SharedFixture))]

namespace XunitSuite;

/// <summary>A VM that runs.</summary>
public sealed class SectorFixture : VmFixture<Sector>
{
    protected override string ArtifactsFolder => Given.File("SUITE_ARTIFACTS");

    protected override Sector CreateProfile() => new();
}

/// <summary>A VM of the whole assembly.</summary>
public sealed class SharedFixture : VmFixture<Sector>
{
    protected override Sector CreateProfile() => new();
}

/// <summary>A VM of a collection.</summary>
[CollectionDefinition(nameof(PairFixture))]
public sealed class PairFixture : ICollectionFixture<SectorFixture>;

/// <summary>A VM whose QEMU nobody has.</summary>
public sealed class MissingFixture : VmFixture<Sector>
{
    protected override Sector CreateProfile() => new() { Program = "qemu-system-nobody", Image = "none" };
}

/// <summary>A VM that does not boot.</summary>
public sealed class BrokenFixture : VmFixture<Sector>
{
    protected override Sector CreateProfile() => new();

    protected override VmOptions ConfigureOptions(VmOptions options) =>
        options with { ReadyWhen = Boot.UntilSerial("never said"), BootTimeout = TimeSpan.FromSeconds(1) };
}

/// <summary>A VM that boots only once.</summary>
public sealed class BootsOnceFixture : VmFixture<Sector>
{
    private int _starts;

    protected override Sector CreateProfile() => new();

    protected override VmOptions ConfigureOptions(VmOptions options) => Interlocked.Increment(ref _starts) == 1
        ? options
        : options with { ReadyWhen = Boot.UntilSerial("never said"), BootTimeout = TimeSpan.FromSeconds(1) };
}

/// <summary>A VM with a port of its guest that can be reached.</summary>
public sealed class ForwardedFixture : VmFixture<Forwarded>
{
    protected override Forwarded CreateProfile() => new();
}

/// <summary>A VM that is clean for each test.</summary>
public sealed class LinuxFixture : VmFixture<Linux>
{
    protected override string CleanSnapshot => "clean";

    protected override string Name => "tiny";

    protected override Linux CreateProfile() => new();
}

/// <summary>A VM with no disk for its snapshot.</summary>
public sealed class DisklessFixture : VmFixture<Sector>
{
    protected override string CleanSnapshot => "clean";

    protected override Sector CreateProfile() => new();
}

/// <summary>A VM that was started before.</summary>
public sealed class RecordFixture() : VmRecordFixture("db")
{
    protected override string RecordFile => Given.File("SUITE_RECORD");
}

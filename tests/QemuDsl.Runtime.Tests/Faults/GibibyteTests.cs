namespace QemuDsl.Runtime.Tests;

/// <summary>More on the console than any guest's port can write, as fast as it is taken; on this machine, where that throttles who writes.</summary>
public sealed class GibibyteTests
{
    private const int Mebibytes = 1024;

    [Fact]
    public async Task Marker_behind_a_gibibyte_is_found_and_QMP_answers_meanwhile()
    {
        await using var host = new TestHost();
        var program = Path.Combine(AppContext.BaseDirectory, "FakeQemu");

        await FloodTests.FloodAsync(host, "behind the flood", new RawCommand(program, [$"serial-flood:{Mebibytes}"]), Mebibytes);
    }
}

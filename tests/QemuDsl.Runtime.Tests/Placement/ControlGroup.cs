using System.Security.Cryptography;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests.Placement;

/// <summary>A control group (version 1) for one test; what is started through its host is in it.</summary>
internal sealed class ControlGroup : IAsyncDisposable
{
    private readonly string _path;

    private ControlGroup(string path) => _path = path;

    public static ControlGroup Create(string controller, string needed)
    {
        // Not a tool that could be installed: a machine has the one version or the other.
        if (!System.IO.File.Exists($"/sys/fs/cgroup/{controller}/tasks") || !System.IO.File.Exists($"/sys/fs/cgroup/{controller}/{needed}"))
        {
            Assert.Skip($"no {needed} of control groups in version 1 here; tests with files that play it run everywhere");
        }

        var path = $"/sys/fs/cgroup/{controller}/qemu-dsl-test-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Missing.Report($"no control group can be made here: {refused.Message}");
        }

        return new ControlGroup(path);
    }

    public string File(string name) => $"{_path}/{name}";

    public void Write(string name, string text) => System.IO.File.WriteAllText(File(name), text);

    public OtherHost Host(IVmHost host) =>
        new(host) { Prefix = ["/bin/sh", "-c", "echo $$ >\"$1\" && shift && exec \"$@\"", "sh", File("tasks")] };

    public async ValueTask DisposeAsync()
    {
        await Eventually.TrueAsync(() => System.IO.File.ReadAllText(File("tasks")).Length == 0, $"nothing runs in {_path}");
        Directory.Delete(_path);
    }
}

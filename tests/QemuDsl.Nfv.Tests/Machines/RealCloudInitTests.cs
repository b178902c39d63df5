using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>The distribution's cloud-init, in a guest that has user data.</summary>
public sealed class RealCloudInitTests
{
    private const string Config =
        """
        datasource_list: [None]
        datasource: {None: {metadata: {instance-id: i1}, userdata_raw: "#!/bin/sh\necho $((6 * 7)) is what the user data said\n"}}
        cloud_final_modules: [scripts-user, final-message]
        system_info: {distro: debian, paths: {cloud_dir: /run/cloud, run_dir: /run/cloud-init}}
        network: {config: disabled}
        def_log_file: /run/cloud-init.log
        """;

    // Both stages in one Python, which takes long to start under TCG.
    private const string Program =
        """
        import sys
        from cloudinit.cmd.main import main
        for stage in ('init',), ('modules', '--mode=final'): main(['cloud-init', *stage])
        import time; time.sleep(1000)
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Guest_is_ready_when_cloud_init_has_finished()
    {
        var packages = CloudInit.RequirePackages();
        await using var host = new VnfHost();
        var workload = new CommandWorkload("env", $"PYTHONPATH={packages}", "CLOUD_CFG=/run/cloud.cfg", "/usr/bin/python3", "-c", Program)
        {
            Files = [GuestFile.OfText("/run/cloud.cfg", Config)],
        };

        await using var running = await host.Host.StartAsync(await host.VmAsync(workload), cancellationToken: Token);
        await running.Machine.WaitAsync(Boot.UntilCloudInitDone(), TimeSpan.FromMinutes(5), Token);

        Assert.Matches(@"42 is what the user data said[\s\S]*Cloud-init v\. \S+ finished at ", running.Machine.Serial.Text);
    }
}

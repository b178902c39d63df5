using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

public sealed class CloudInitTests
{
    [Theory]
    [InlineData("Cloud-init v. 22.4.2 finished at Mon, 01 Jan 2024 00:00:00 +0000. Datasource DataSourceNoCloud [seed=/dev/vdb].  Up 9.5 seconds\r\n")]
    [InlineData("[    9.51] cloud-init[601]: Cloud-init v. 24.1.3-0ubuntu1~22.04.1 finished at Mon, 01 Jan 2024")]
    public async Task Last_message_is_the_end(string text)
    {
        await using var host = new TestHost();

        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.Says(text)), new VmOptions { ReadyWhen = Boot.UntilCloudInitDone() });

        Assert.False(vm.Exited.IsCompleted);
    }

    [Theory]
    [InlineData("[\x1b[0;1;31mFAILED\x1b[0m] Failed to start \x1b[0;1;39mcloud-final.service\x1b[0m - Execute cloud user/final scripts.\r\n")]
    [InlineData("[FAILED] Failed to start Initial cloud-init job (metadata service crawler).\r\n")]
    [InlineData("failed run of stage modules-final\r\n")]
    [InlineData("util.py[WARNING]: Running module scripts-user (<module 'cc_scripts_user' from 'x.py'>) failed\r\nCloud-init v. 22.4.2 finished at x")]
    public async Task Stage_or_module_that_failed_ends_the_wait(string text)
    {
        await using var host = new TestHost();
        var options = new VmOptions { ReadyWhen = Boot.UntilCloudInitDone(), BootTimeout = TimeSpan.FromHours(1) };

        var failure = await Assert.ThrowsAsync<BootException>(() => host.StartAsync(host.Boots(MarkerGuests.Says(text)), options));

        Assert.Equal(BootFailure.GuestFailed, failure.Failure);
        Assert.Contains("a stage of it failed, the guest wrote", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_stages_are_not_the_end()
    {
        await using var host = new TestHost();
        const string Text = "Cloud-init v. 22.4.2 running 'modules:final' at Mon\r\n[FAILED] Failed to start Network Time Service.\r\nlogin: ";
        var command = host.Boots(MarkerGuests.Says(Text));
        var ready = Boot.All(Boot.UntilSerial("login: "), Boot.UntilCloudInitDone().Within(TimeSpan.FromSeconds(3)));

        var failure = await Assert.ThrowsAsync<BootException>(() => host.StartAsync(command, new VmOptions { ReadyWhen = ready }));

        Assert.Equal(BootFailure.TimedOut, failure.Failure);
    }
}

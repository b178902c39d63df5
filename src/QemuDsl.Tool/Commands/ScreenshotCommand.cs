using System.CommandLine;
using QemuDsl.Automation;
using QemuDsl.Tool.Output;

namespace QemuDsl.Tool.Commands;

/// <summary><c>qemu-dsl screenshot</c>: a picture of a guest's screen.</summary>
internal static class ScreenshotCommand
{
    public static Command Create()
    {
        var name = CommonOptions.Vm();
        var file = new Argument<FileInfo>("file") { Description = "The PNG file to write; one of that name is replaced." };
        var host = CommonOptions.Host();
        var asJson = CommonOptions.AsJson();
        var command = new Command("screenshot", "Save a picture of the guest's screen as PNG. Needs a display device, and QEMU 7.1.")
        {
            name, file, host, asJson,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var vms = NamedVms.Open(parsed.GetValue(host)!);
            await using (vms.ConfigureAwait(false))
            {
                var path = parsed.GetValue(file)!.FullName;
                var vm = await VmFinder.AttachAsync(vms, parsed.GetValue(name)!, cancellationToken).ConfigureAwait(false);
                await using (vm.ConfigureAwait(false))
                {
                    await vm.ScreenshotAsync(path, cancellationToken).ConfigureAwait(false);
                }

                var saved = new SavedFile(path, new FileInfo(path).Length);
                await Answer.WriteAsync(
                    parsed.InvocationConfiguration.Output, parsed.GetValue(asJson), saved, ToolJson.Default.SavedFile, static saved => [saved.File])
                    .ConfigureAwait(false);
                return ExitCodes.Done;
            }
        });
        return command;
    }
}

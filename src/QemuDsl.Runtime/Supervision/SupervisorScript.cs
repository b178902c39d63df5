namespace QemuDsl.Runtime;

/// <summary>The shell program that starts QEMU on a host.</summary>
internal static class SupervisorScript
{
    private static readonly Lazy<string> Text = new(Load);

    /// <summary>The command that runs it. QEMU's arguments stay arguments: none becomes part of the script.</summary>
    public static HostCommand Command(string nonce, SupervisorLaunch launch) => new(
        "/bin/sh",
        [
            "-c", Text.Value, "qemu-dsl", nonce, launch.Directory, launch.Console ? "console" : "none",
            Number(launch.Secrets.Count), Number((int)Math.Ceiling(launch.Lifetime.TotalSeconds)),
            launch.Requests ? "requests" : "none", launch.HasQmpSocket ? "socket" : "channel", launch.Program, .. launch.Arguments,
        ]);

    /// <summary>What it reads before QMP: the files with secrets, which are in no argument, and the state.</summary>
    public static byte[] Preamble(SupervisorLaunch launch)
    {
        using var stream = new MemoryStream();
        foreach (var secret in launch.Secrets)
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes($"{secret.Name} {Convert.ToBase64String(secret.Content.Span)}\n"));
        }

        stream.Write(launch.State.Span);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Load()
    {
        using var stream = typeof(SupervisorScript).Assembly.GetManifestResourceStream("supervisor.sh")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

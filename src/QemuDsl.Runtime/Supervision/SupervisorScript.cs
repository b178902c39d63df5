namespace QemuDsl.Runtime;

/// <summary>The shell program that starts QEMU on a host.</summary>
internal static class SupervisorScript
{
    private static readonly Lazy<string> Text = new(Load);

    /// <summary>The command that runs it. QEMU's arguments stay arguments: none becomes part of the script.</summary>
    public static HostCommand Command(string nonce, string directory, bool console, string program, IEnumerable<string> arguments) =>
        new("/bin/sh", ["-c", Text.Value, "qemu-dsl", nonce, directory, console ? "console" : "none", program, .. arguments]);

    private static string Load()
    {
        using var stream = typeof(SupervisorScript).Assembly.GetManifestResourceStream("supervisor.sh")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

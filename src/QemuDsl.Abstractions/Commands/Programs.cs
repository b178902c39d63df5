namespace QemuDsl;

internal static class Programs
{
    public static string For(Target target) => target switch
    {
        Target.Aarch64 => "qemu-system-aarch64",
        _ => "qemu-system-x86_64",
    };
}

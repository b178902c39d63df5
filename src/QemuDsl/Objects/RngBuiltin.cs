namespace QemuDsl.Objects;

/// <summary>Random numbers from QEMU itself (<c>-object rng-builtin</c>).</summary>
[QemuObject("rng-builtin", IdPrefix = "rng")]
public sealed partial record RngBuiltin : IRngBackend;

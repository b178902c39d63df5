namespace QemuDsl.Tool.Doctor;

/// <summary>What a host is needed for.</summary>
/// <param name="Program">QEMU's program.</param>
/// <param name="Kvm">Whether KVM is tried, needed, or left alone.</param>
internal sealed record DoctorRequest(string Program, KvmNeed Kvm);

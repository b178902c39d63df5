namespace QemuDsl.MSBuild.Session;

/// <summary>Tells the phases of a start.</summary>
internal sealed class SessionProgress(SessionReport report, VmOrder order) : IProgress<BootProgress>
{
    public void Report(BootProgress value) => report.Tell(
        new SessionLine(BootText.IsImportant(value) ? SessionLineKind.Phase : SessionLineKind.Step, BootText.Of(order.Label ?? order.Name, value)));
}

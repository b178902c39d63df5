namespace QemuDsl.MSBuild;

/// <summary>What is probably wrong with a description. What is certainly wrong is told by the start that it refuses.</summary>
internal static class OrderFindings
{
    public static IEnumerable<Finding> Warnings(DescribedVm described) => described.Command.Check().Where(static finding => finding.Severity == Severity.Warning);

    public static SessionLine Line(VmOrder order, Finding finding)
    {
        var place = order.Places.GetValueOrDefault("");
        return new SessionLine(SessionLineKind.Warning, OrderFailure.Text(order, finding.ToString()))
        {
            Code = finding.Id, File = place?.File, Line = place?.Line ?? 0, Column = place?.Column ?? 0,
        };
    }
}

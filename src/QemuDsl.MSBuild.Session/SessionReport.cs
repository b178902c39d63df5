namespace QemuDsl.MSBuild.Session;

/// <summary>Tells whoever started this program what happens: a build in lines of JSON on stdout, people in text on stderr.</summary>
internal sealed class SessionReport(bool forBuild)
{
    private readonly Lock _lock = new();

    public void Tell(SessionLine line)
    {
        lock (_lock)
        {
            if (forBuild)
            {
                Console.Out.WriteLine(line.ToJson());
            }
            else if (line.Kind == SessionLineKind.Ready)
            {
                Console.Out.WriteLine("ready");
            }
            else if (line.Kind is not (SessionLineKind.Step or SessionLineKind.Phase))
            {
                Console.Error.WriteLine(line);
            }
        }
    }

    public void Error(VmOrder order, Exception failure)
    {
        var place = OrderFailure.Place(order, failure);
        Tell(new SessionLine(SessionLineKind.Error, OrderFailure.Text(order, failure))
        {
            Code = TaskCode.Of(failure), File = place?.File, Line = place?.Line ?? 0, Column = place?.Column ?? 0,
        });
    }

    public void Error(Exception failure) => Tell(new SessionLine(SessionLineKind.Error, failure.Message) { Code = TaskCode.Of(failure) });

    public void Described(VmOrder order, DescribedVm described)
    {
        if (described.Messages.Length > 0)
        {
            Tell(new SessionLine(SessionLineKind.Message, $"{order.Label ?? order.Name}: {described.Messages}"));
        }

        foreach (var finding in OrderFindings.Warnings(described))
        {
            Tell(OrderFindings.Line(order, finding));
        }
    }
}

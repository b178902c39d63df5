namespace QemuDsl.MSBuild;

/// <summary>The codes of errors in builds. A number is never used again; docs/diagnostics has a page for each.</summary>
internal static class TaskCode
{
    public const string Description = "QDT0001";
    public const string Property = "QDT0002";
    public const string File = "QDT0003";
    public const string NameTaken = "QDT0004";
    public const string Host = "QDT0005";
    public const string HostNotReady = "QDT0006";
    public const string NotReady = "QDT0007";
    public const string Refused = "QDT0008";
    public const string NotRunning = "QDT0009";
    public const string Record = "QDT0010";
    public const string GuestAgent = "QDT0011";
    public const string Text = "QDT0012";
    public const string Disk = "QDT0013";
    public const string Program = "QDT0014";
    public const string Gone = "QDT0015";

    /// <summary>What a failure is called.</summary>
    public static string Of(Exception failure) => failure switch
    {
        AutomationException wrong => Of(wrong.Failure),
        BootException => NotReady,
        QemuStartException => Refused,
        GuestAgentException => GuestAgent,
        VirtualMachineExitedException => Gone,
        HostException => Host,
        QemuException => Description,
        _ => File,
    };

    private static string Of(AutomationFailure failure) => failure switch
    {
        AutomationFailure.Property => Property,
        AutomationFailure.File => File,
        AutomationFailure.NameTaken => NameTaken,
        AutomationFailure.NotRunning => NotRunning,
        AutomationFailure.Record => Record,
        AutomationFailure.HostAddress or AutomationFailure.ReadyExpression or AutomationFailure.Text => Text,
        _ => Description,
    };
}

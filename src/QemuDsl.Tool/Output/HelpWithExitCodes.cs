using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;

namespace QemuDsl.Tool.Output;

/// <summary>The help, and what the exit codes mean.</summary>
internal sealed class HelpWithExitCodes(SynchronousCommandLineAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Exit codes:");
        foreach (var (number, meaning) in ExitCodes.All)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {number,-3}  {meaning}"));
        }

        return code;
    }
}

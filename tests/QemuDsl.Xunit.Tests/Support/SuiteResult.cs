using System.Xml.Linq;

namespace QemuDsl.Xunit.Tests;

/// <summary>How one test of the suite ended, as its report has it.</summary>
internal sealed record SuiteResult(string Name, string Result, string Message, string Output, IReadOnlyList<string> Attachments)
{
    public static SuiteResult Read(XElement test) => new(
        (string)test.Attribute("method")!,
        (string)test.Attribute("result")!,
        (string?)test.Element("reason") ?? (string?)test.Element("failure")?.Element("message") ?? "",
        (string?)test.Element("output") ?? "",
        [.. test.Descendants("attachment").Select(static attachment => (string)attachment.Attribute("name")!)]);
}

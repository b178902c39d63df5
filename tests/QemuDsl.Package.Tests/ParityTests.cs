using QemuDsl.TestKit;

namespace QemuDsl.Package.Tests;

/// <summary>The table of what the original does names what there is, and leaves nothing out.</summary>
public sealed class ParityTests
{
    private const string Page = "docs/parity.md";

    // What the original rests on, what of QEMU's versions whoever writes its options must know, and its whole command lines.
    private static readonly string[] Named =
    [
        "OptionString", "DpdkUtil", "VppConfigGenerator", "DUTSetup", "CpuUtils", "QemuManager", "ssh", "Topology", "VirtioFeatureMask",
        .. Enumerable.Range(1, 22).Select(static number => $"J{number}"), "K1", "K2",
    ];

    [Fact]
    public void Members_that_stand_for_the_originals_are_there()
    {
        var members = new PublicMembers();
        var findings = File.ReadAllText(Checkout.File("docs", "findings.md"));
        foreach (var name in TablesTests.Names(Page, 2).Where(static name => char.IsUpper(name[0])))
        {
            Assert.True(members.Has(name) || (name.StartsWith("QDV", StringComparison.Ordinal) && findings.Contains($"| {name} |", StringComparison.Ordinal)), $"{Page} names '{name}', and there is none.");
        }
    }

    [Fact]
    public void Every_row_names_a_member_or_says_why_it_is_dropped()
    {
        var members = new PublicMembers();
        foreach (var row in TablesTests.Rows(Page))
        {
            Assert.True(
                row[2].StartsWith("dropped: ", StringComparison.Ordinal) || TablesTests.NamesIn(row[2]).Any(name => char.IsUpper(name[0]) && members.Has(name)),
                $"Row {row[0]} of {Page} names no public member: '{row[2]}'.");
        }
    }

    [Fact]
    public void Every_behaviour_of_the_original_has_a_row()
    {
        int[] numbers = [.. Enumerable.Range(1, 77), .. Enumerable.Range(84, 8), .. Enumerable.Range(95, 7), .. Enumerable.Range(104, 7), .. Enumerable.Range(114, 8)];

        Assert.Equal([.. numbers.Select(static number => $"{number}"), .. Named], TablesTests.Rows(Page).Select(static row => row[0]));
    }

    [Fact]
    public void Every_row_has_a_test_or_says_why_it_is_dropped()
    {
        foreach (var row in TablesTests.Rows(Page))
        {
            Assert.True(row[3].Contains('`', StringComparison.Ordinal) || row[2].StartsWith("dropped: ", StringComparison.Ordinal), $"Row {row[0]} has neither.");
        }
    }

    [Fact]
    public void A_member_counts_where_it_is_and_a_word_in_a_comment_does_not()
    {
        var members = new PublicMembers();

        Assert.True(members.Has("VnfVm.Memory"));
        Assert.True(members.Has("Qemu.Q35"));
        Assert.True(members.Has("WithCpus"));
        Assert.True(members.Has("VhostUserRole.Listen"));
        Assert.False(members.Has("VnfVm.Chains"));
        Assert.False(members.Has("Boots"));
    }
}

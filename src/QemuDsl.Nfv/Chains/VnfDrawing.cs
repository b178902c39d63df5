using System.Globalization;
using System.Net;
using System.Text;

namespace QemuDsl.Nfv;

/// <summary>Draws how chains are wired and pinned: a row for each chain, its VMs from left to right.</summary>
internal static class VnfDrawing
{
    private const int Width = 330;
    private const int Height = 130;
    private const int Margin = 20;
    private const int Gap = 60;
    private const int Line = 18;

    public static string Svg(IReadOnlyList<VnfMember> members)
    {
        var rows = members.GroupBy(static member => (member.Host, member.Place.Chain)).ToList();
        var columns = rows.Max(static row => row.Count());
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{(2 * Margin) + (columns * (Width + Gap))}\" height=\"{Margin + (rows.Count * (Height + Margin))}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        foreach (var (row, chain) in rows.Index())
        {
            foreach (var (column, member) in chain.Index())
            {
                Draw(svg, member, Margin + (Gap / 2) + (column * (Width + Gap)), Margin + (row * (Height + Margin)));
            }
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Draw(StringBuilder svg, VnfMember member, int x, int y)
    {
        svg.Append(CultureInfo.InvariantCulture, $"  <rect x=\"{x}\" y=\"{y}\" width=\"{Width}\" height=\"{Height}\" rx=\"6\" fill=\"#f4f7fb\" stroke=\"#4a6fa5\"/>\n");
        foreach (var end in new[] { x - (Gap / 2), x + Width })
        {
            svg.Append(CultureInfo.InvariantCulture, $"  <line x1=\"{end}\" y1=\"{y + (Height / 2)}\" x2=\"{end + (Gap / 2)}\" y2=\"{y + (Height / 2)}\" stroke=\"#4a6fa5\"/>\n");
        }

        IEnumerable<string> lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"{member.Host}, chain {member.Place.Chain}, node {member.Place.Node}"),
            .. VnfDescription.Vm(member).Split(", main on", 2).Select(static (part, index) => index == 0 ? part : $"main on{part}"),
            .. member.Vnf.Interfaces.Select(VnfDescription.Nic),
        ];
        foreach (var (index, line) in lines.Index())
        {
            svg.Append(CultureInfo.InvariantCulture, $"  <text x=\"{x + 10}\" y=\"{y + 22 + (index * Line)}\">{WebUtility.HtmlEncode(line)}</text>\n");
        }
    }
}

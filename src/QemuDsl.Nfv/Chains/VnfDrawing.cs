using System.Globalization;
using System.Net;
using System.Text;

namespace QemuDsl.Nfv;

/// <summary>
/// Draws how chains are wired and pinned: a row for each chain, its VMs from left to right, below each a wire from every interface to the socket or card it is on.
/// </summary>
internal static class VnfDrawing
{
    private const int Width = 330;
    private const int Height = 130;
    private const int Margin = 20;
    private const int Line = 18;
    private const int Wire = 30;
    private const int Label = 24;

    public static string Svg(IReadOnlyList<VnfMember> members)
    {
        var rows = members.GroupBy(static member => (member.Host, member.Place.Chain)).ToList();
        var columns = rows.Select(static row => row.Count()).DefaultIfEmpty(0).Max();
        var svg = new StringBuilder();
        Write(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Margin + (columns * (Width + Margin))}\" height=\"{Margin + (rows.Count * (Height + Wire + Label + Margin))}\" font-family=\"sans-serif\" font-size=\"12\">");
        foreach (var (row, chain) in rows.Index())
        {
            foreach (var (column, member) in chain.Index())
            {
                Draw(svg, member, Margin + (column * (Width + Margin)), Margin + (row * (Height + Wire + Label + Margin)));
            }
        }

        Write(svg, $"</svg>");
        return svg.ToString();
    }

    private static void Draw(StringBuilder svg, VnfMember member, int x, int y)
    {
        Write(svg, $"  <rect x=\"{x}\" y=\"{y}\" width=\"{Width}\" height=\"{Height}\" rx=\"6\" fill=\"#f4f7fb\" stroke=\"#4a6fa5\"/>");
        IEnumerable<string> lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"{member.Host}, chain {member.Place.Chain}, node {member.Place.Node}"),
            .. VnfDescription.Vm(member).Split(", main on", 2).Select(static (part, index) => index == 0 ? part : $"main on{part}"),
            .. member.Vnf.Interfaces.Select(VnfDescription.Nic),
        ];
        foreach (var (index, line) in lines.Index())
        {
            Write(svg, $"  <text x=\"{x + 10}\" y=\"{y + 22 + (index * Line)}\">{WebUtility.HtmlEncode(line)}</text>");
        }

        foreach (var (index, nic) in member.Vnf.Interfaces.Index())
        {
            Wired(svg, nic, x + (Width * ((2 * index) + 1) / (2 * member.Vnf.Interfaces.Count)), y + Height);
        }
    }

    // Paths are long, and stand in the box already.
    private static void Wired(StringBuilder svg, VnfNic nic, int x, int y)
    {
        var end = nic.Socket ?? $"{nic.HostDevice}";
        Write(svg, $"  <line x1=\"{x}\" y1=\"{y}\" x2=\"{x}\" y2=\"{y + Wire}\" stroke=\"#4a6fa5\"/>");
        Write(svg, $"  <circle cx=\"{x}\" cy=\"{y + Wire}\" r=\"4\" fill=\"#4a6fa5\"><title>{WebUtility.HtmlEncode(end)}</title></circle>");
        Write(svg, $"  <text x=\"{x}\" y=\"{y + Wire + 18}\" text-anchor=\"middle\">{WebUtility.HtmlEncode(end[(end.LastIndexOf('/') + 1)..])}</text>");
    }

    private static void Write(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}

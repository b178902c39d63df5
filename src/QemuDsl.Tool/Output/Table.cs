using Spectre.Console;

namespace QemuDsl.Tool.Output;

/// <summary>Rows under headers: drawn on a terminal, columns between two spaces in a pipe.</summary>
internal static class Table
{
    public static IEnumerable<string> Lines(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows) =>
        Console.IsOutputRedirected || Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb"
            ? Plain([headers, .. rows])
            : Drawn(headers, rows);

    private static IEnumerable<string> Plain(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    private static string[] Drawn(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Rounded);
        foreach (var header in headers)
        {
            table.AddColumn(new TableColumn(Markup.Escape(header)).NoWrap());
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(static cell => new Spectre.Console.Text(cell))]);
        }

        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(text),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        // Directories are longer than the 80 columns that something which is no terminal is taken for.
        console.Profile.Width = Math.Max(80, Console.WindowWidth);
        console.Write(table);
        return text.ToString().TrimEnd().Split('\n');
    }
}

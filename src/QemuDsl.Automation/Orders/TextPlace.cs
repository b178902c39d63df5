using System.Globalization;

namespace QemuDsl.Automation;

/// <summary>Where a text is written.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1; 0 when it is not known.</param>
/// <param name="Column">The column, from 1; 0 when it is not known.</param>
public sealed record TextPlace(string File, int Line, int Column)
{
    /// <summary>As compilers write it: <c>file(line,column)</c>.</summary>
    public override string ToString() => Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column})");
}

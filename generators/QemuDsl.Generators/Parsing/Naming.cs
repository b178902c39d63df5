using System.Text;

namespace QemuDsl.Generators.Parsing;

/// <summary>QEMU's spelling of C# names.</summary>
internal static class Naming
{
    /// <summary><c>MemPath</c> becomes <c>mem-path</c>.</summary>
    public static string Kebab(string name)
    {
        var text = new StringBuilder();
        for (var index = 0; index < name.Length; index++)
        {
            if (index > 0 && char.IsUpper(name[index]) && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1]))))
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(name[index]));
        }

        return text.ToString();
    }

    /// <summary><c>MemPath</c> becomes <c>memPath</c>, as JSON profiles write it.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}

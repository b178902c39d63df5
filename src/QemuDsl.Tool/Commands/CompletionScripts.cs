namespace QemuDsl.Tool.Commands;

/// <summary>What makes shells complete the tool's command line.</summary>
internal static class CompletionScripts
{
    // The tool itself knows what comes next, so that a newer one needs no newer script. What it does not know is the name of a file.
    private const string Bash =
        """
        _qemu_dsl() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$("$1" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "$2"))
        }
        complete -o bashdefault -o default -F _qemu_dsl qemu-dsl
        """;

    private const string Zsh =
        """
        _qemu_dsl() {
            local -a found
            found=(${(f)"$("$words[1]" "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)"})
            compadd -a found || _files
        }
        compdef _qemu_dsl qemu-dsl
        """;

    // Without a condition fish would offer names of files beside what the tool knows, which is whatever contains the word and not only what begins with it.
    private const string Fish =
        """
        function __qemu_dsl
            set -l line (commandline -cp)
            set -l begins '^(?=.)'(commandline -ct | string escape --style=regex)'.*'
            set -g __qemu_dsl_found (qemu-dsl "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string match -r -- $begins)
        end
        complete -c qemu-dsl -n __qemu_dsl -f -a '$__qemu_dsl_found'
        """;

    /// <summary>The shells that have one.</summary>
    public static string[] Shells => ["bash", "zsh", "fish"];

    /// <summary>The script of one of them.</summary>
    public static string Of(string shell) => shell switch
    {
        "zsh" => Zsh,
        "fish" => Fish,
        _ => Bash,
    };
}

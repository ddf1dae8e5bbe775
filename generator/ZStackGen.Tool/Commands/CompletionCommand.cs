using System.CommandLine;

namespace ZStackGen.Tool.Commands;

/// <summary><c>zstackgen completion</c>: prints the script that completes commands and options in a shell.</summary>
internal static class CompletionCommand
{
    /// <summary>The examples at the end of the command's help.</summary>
    public const string Examples = """
        Examples:
          zstackgen completion fish > ~/.config/fish/completions/zstackgen.fish
          eval "$(zstackgen completion bash)"                                          in ~/.bashrc
          eval "$(zstackgen completion zsh)"                                           in ~/.zshrc
          zstackgen completion pwsh | Out-String | Invoke-Expression                   in $PROFILE
        """;

    // The command [suggest:POSITION] prints the words that fit at a position.
    private const string Bash = """
        _zstackgen_complete() {
            local candidates
            candidates=$(zstackgen "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
            COMPREPLY=( $(compgen -W "${candidates}" -- "${COMP_WORDS[COMP_CWORD]}") )
        }
        complete -o default -F _zstackgen_complete zstackgen

        """;

    private const string Zsh = """
        _zstackgen_complete() {
            local -a candidates
            candidates=("${(@f)$(zstackgen "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            compadd -a candidates
            _files
        }
        compdef _zstackgen_complete zstackgen

        """;

    private const string Fish = """
        function __zstackgen_complete
            zstackgen "[suggest:"(commandline --cursor)"]" (commandline) 2>/dev/null
        end
        complete --command zstackgen --arguments '(__zstackgen_complete)'

        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName zstackgen -ScriptBlock {
            param($word, $line, $position)
            zstackgen "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completion", "Print the script that completes commands and options in a shell.") { shell };
        command.SetAction(parsed => terminal.Output.Write((parsed.GetRequiredValue(shell) switch { "bash" => Bash, "zsh" => Zsh, "fish" => Fish, _ => PowerShell }).ReplaceLineEndings("\n")));
        return command;
    }
}

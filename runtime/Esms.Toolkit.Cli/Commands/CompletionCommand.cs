using System.CommandLine;

namespace Esms.Cli;

/// <summary><c>esms completion …</c>: a script that makes a shell complete commands, operations, options and values.</summary>
internal static class CompletionCommand
{
    public const string Name = "completion";

    private static readonly Argument<string> Shell = new("shell") { Description = "bash, zsh or pwsh." };

    public static Command Create()
    {
        Shell.AcceptOnlyFromAmong("bash", "zsh", "pwsh");
        var command = new Command(Name, "Prints a script that makes a shell complete esms.") { Shell };
        command.SetAction(static result => result.InvocationConfiguration.Output.WriteLine(ScriptFor(result.GetValue(Shell)!)));
        return command;
    }

    private static string ScriptFor(string shell) =>
        shell switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            _ => PowerShell,
        };

    private const string Bash = """
        # eval "$(esms completion bash)", or into a file of ~/.local/share/bash-completion/completions named esms
        _esms() {
          local line=${COMP_LINE} IFS=$'\n'
          COMPREPLY=($(compgen -W "$(esms "[suggest:${COMP_POINT}]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _esms esms
        """;

    private const string Zsh = """
        # eval "$(esms completion zsh)" in ~/.zshrc, behind compinit
        _esms() {
          local -a words_found
          words_found=("${(@f)$(esms "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -- ${words_found:#}
        }
        compdef _esms esms
        """;

    private const string PowerShell = """
        # esms completion pwsh | Out-String | Invoke-Expression, in $PROFILE
        Register-ArgumentCompleter -Native -CommandName esms -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            esms "[suggest:$cursorPosition]" "$commandAst" 2>$null | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;
}

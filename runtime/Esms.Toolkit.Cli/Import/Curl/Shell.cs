using System.Text.RegularExpressions;
using Esms.Cli.Import.Infer;
using Esms.Cli.Import.Secrets;

namespace Esms.Cli.Import.Curl;

/// <summary>Cuts a command into words as the shell does that it was written for, which its quotes and its ends of lines give away.</summary>
internal static partial class Shell
{
    /// <exception cref="InvalidDataException">The command cannot be read; the message has the place.</exception>
    public static IReadOnlyList<CommandWord> Cut(ImportSource source, Notes notes)
    {
        source = source with { Text = Prompt().Replace(source.Text, static prompt => new string(' ', prompt.Length)) };
        if (PowerShellSign().IsMatch(source.Text))
            return PowerShellCommand.Read(source, notes);
        var words = CmdSign().IsMatch(source.Text) ? CmdWords.Cut(source, notes) : ShellWords.Cut(source.Path, source.Text);
        return [.. WithoutPrompt(words, notes).TakeWhile(static word => word.IsQuoted || !Ends().IsMatch(word.Text))];
    }

    /// <summary>Signs of a prompt, and variables that are set for the command, of which the values may be keys.</summary>
    private static IEnumerable<CommandWord> WithoutPrompt(IEnumerable<CommandWord> words, Notes notes)
    {
        var isFirst = true;
        foreach (var word in words)
        {
            if (isFirst && word.Text is "$" or "#" or ">" or "%" or "export" or "set" or "sudo" or "env" or ";" or "&&")
                continue;
            if (isFirst && Assignment().Match(word.Text) is { Success: true } variable)
            {
                var value = variable.Groups[2].Value.TrimEnd(';');
                if (!Placeholder.Is(value) && (SecretNames.Is(variable.Groups[1].Value) || SecretLook.Is(value)))
                    notes.Secrets.Add(value);
                continue;
            }
            isFirst = false;
            yield return word;
        }
    }

    [GeneratedRegex(@"\A\s*(PS )?[A-Za-z]:\\[^>\r\n]*>")]
    private static partial Regex Prompt();

    [GeneratedRegex(
        @"\b(Invoke-RestMethod|Invoke-WebRequest|irm|iwr)\b|^\s*\$[\w:]+\s*=\s*@?['""{]|`\r?\n",
        RegexOptions.IgnoreCase | RegexOptions.Multiline
    )]
    private static partial Regex PowerShellSign();

    /// <summary>A caret at the end of a line or in front of a quote, or quotes that are doubled inside of quotes.</summary>
    [GeneratedRegex(@"\^[ \t]*\r?$|\^""|[{\[,:]\s*""""\w|\w""""\s*[:,}\]]", RegexOptions.Multiline)]
    private static partial Regex CmdSign();

    [GeneratedRegex(@"^([A-Za-z_]\w*)=(.*)$", RegexOptions.Singleline)]
    private static partial Regex Assignment();

    [GeneratedRegex("^([|;&]|[|&]{2}|[0-9]?>{1,2}.*|<)$")]
    private static partial Regex Ends();
}

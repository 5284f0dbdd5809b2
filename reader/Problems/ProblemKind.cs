namespace Esms.Toolkit.Reader.Problems;

/// <summary>
/// One cause that can be wrong with a contract: its id, its heading, and the sentence that is shown, with {0}, {1} … for the words.
/// </summary>
internal sealed record ProblemKind(string Id, string Title, string Message, bool IsWarning = false)
{
    /// <summary>The page that explains the cause and shows a wrong contract beside the corrected one.</summary>
    public string HelpLink => $"https://github.com/esms-toolkit/esms-toolkit/blob/main/generator/docs/{Id}.md";
}

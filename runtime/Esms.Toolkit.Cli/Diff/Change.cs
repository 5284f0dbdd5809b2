namespace Esms.Cli.Diff;

/// <summary>What a change may break.</summary>
[Flags]
internal enum Breaks
{
    Nothing = 0,

    /// <summary>Code that uses the generated client does not compile any more, or is refused by it.</summary>
    CSharp = 1,

    /// <summary>Another request goes out, or an answer is read otherwise, though no line of code has changed.</summary>
    Wire = 2,
}

/// <summary>One thing that is not as it was.</summary>
/// <param name="Place">Operation, section and field, with dots between.</param>
internal sealed record Change(string Place, string What, Breaks Breaks);

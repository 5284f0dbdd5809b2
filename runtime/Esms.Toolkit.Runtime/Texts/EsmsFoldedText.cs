namespace Esms;

/// <summary>A text in letters of GSM, as far as there are such, and what has changed.</summary>
public sealed class EsmsFoldedText
{
    internal EsmsFoldedText(string text, IReadOnlyList<EsmsTextChange> changes)
    {
        Text = text;
        Changes = changes;
        Remaining = [.. EsmsMessageText.BeyondGsm(text)];
    }

    /// <summary>The text as it is now.</summary>
    public string Text { get; }

    /// <summary>What has changed, in the order of the text.</summary>
    public IReadOnlyList<EsmsTextChange> Changes { get; }

    /// <summary>
    /// The characters that GSM has not, and that have no relative there: emoji, other scripts. While there is one, the text goes out as Unicode.
    /// </summary>
    public IReadOnlyList<EsmsTextCharacter> Remaining { get; }
}

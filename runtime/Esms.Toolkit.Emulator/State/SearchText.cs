using System.Text;
using Esms.Toolkit.Reader;

namespace Esms.Emulator;

/// <summary>What a message is found by.</summary>
internal static class SearchText
{
    /// <summary>Far more than anybody types, and fewer than SQLite takes.</summary>
    private const int MostWords = 50;

    public static string Of(EmulatedMessage message, IReadOnlyList<EmulatedRecipient> recipients)
    {
        var text = new StringBuilder();
        foreach (
            var part in (ReadOnlySpan<string?>)
                [
                    message.Id,
                    message.Operation,
                    message.Sender,
                    message.TemplateId,
                    message.Content,
                    message.RequestId,
                    message.CampaignId,
                    message.ZaloMessageId,
                ]
        )
            text.Append(part).Append(' ');
        foreach (var recipient in recipients)
            text.Append(recipient.Address).Append(' ');
        return Plain(text.ToString());
    }

    /// <returns>A query of FTS5 that wants a word with each beginning; null when the text has no word.</returns>
    public static string? ToMatch(string? text)
    {
        // Split as the index splits its words, or what is typed from a message could not be found.
        var words = new string([.. Plain(text ?? string.Empty).Select(static letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        );
        return words.Length == 0 ? null : string.Join(' ', words.Take(MostWords).Select(static word => $"\"{word}\"*"));
    }

    /// <summary>Composed and decomposed letters are found by each other, and by those without marks; to SQLite, đ is a letter of its own.</summary>
    private static string Plain(string text) => LatinLetters.WithoutMarks(Whole(text));

    /// <summary>Half of a character, which is no text to Unicode, becomes a mark.</summary>
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}

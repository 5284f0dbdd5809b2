using System.Globalization;
using System.Text;

namespace Esms.Toolkit.Emit;

/// <summary>Puts text from contracts into C#. A contract is untrusted: nothing in it may end a literal or a comment and become code.</summary>
internal static class Literals
{
    /// <summary>A string literal. Everything but plain ASCII is escaped, line separators like U+2028 included.</summary>
    public static string Quote(string text)
    {
        var literal = new StringBuilder("\"", text.Length + 2);
        foreach (var character in text)
        {
            if (character is '"' or '\\')
                literal.Append('\\').Append(character);
            else if (character is >= ' ' and <= '~')
                literal.Append(character);
            else
                literal.Append(@"\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
        }
        return literal.Append('"').ToString();
    }

    /// <summary>
    /// A UTF-8 literal. It cannot hold a lone surrogate, which no UTF-8 can: such a name would never be met on the wire, and U+FFFD, which
    /// takes its place, says so.
    /// </summary>
    public static string QuoteUtf8(string text) => Quote(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))) + "u8";

    /// <summary>Text for an XML comment: one line, its markup escaped, what XML forbids left out.</summary>
    public static string Xml(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
                escaped.Append(text[i]).Append(text[++i]);
            else
                escaped.Append(XmlOf(text[i]));
        }
        return escaped.ToString().Trim();
    }

    private static string XmlOf(char character) =>
        character switch
        {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            // A line break of any kind would leave the comment.
            '\t' or '\r' or '\n' or '\u0085' or '\u2028' or '\u2029' => " ",
            < ' ' or '\uFFFE' or '\uFFFF' => string.Empty,
            _ when char.IsControl(character) || char.IsSurrogate(character) => string.Empty,
            _ => character.ToString(),
        };
}

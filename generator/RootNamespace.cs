using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Esms.Toolkit;

/// <summary>
/// Makes a namespace of the root namespace of a project, which may be any name of a file: my-app becomes my_app and 3pl.sms becomes _3pl.sms, as
/// in the templates of the .NET SDK, and a part that is a word of C# keeps its name, as in shop.@public.
/// </summary>
internal static class RootNamespace
{
    private const string Fallback = "EsmsContracts";

    public static string ToNamespace(string? name)
    {
        var parts = (name ?? string.Empty).Split('.').Select(static part => ToIdentifier(part.Trim())).Where(static part => part.Length > 0);
        var joined = string.Join(".", parts);
        return joined.Length == 0 ? Fallback : joined;
    }

    /// <summary>A name in PascalCase, as a part of other names: my-app.Tests becomes MyAppTests.</summary>
    public static string ToPascalCase(string name)
    {
        var pascal = new StringBuilder(name.Length);
        var startsWord = true;
        foreach (var character in name)
        {
            if (char.IsLetterOrDigit(character))
                pascal.Append(startsWord ? char.ToUpperInvariant(character) : character);
            startsWord = !char.IsLetterOrDigit(character);
        }
        return pascal.Length > 0 && char.IsDigit(pascal[0]) ? pascal.Insert(0, '_').ToString() : pascal.ToString();
    }

    private static string ToIdentifier(string part)
    {
        var identifier = new StringBuilder(part.Length + 1);
        foreach (var character in part.Where(static character => char.GetUnicodeCategory(character) != UnicodeCategory.Format))
        {
            if (identifier.Length == 0 && !SyntaxFacts.IsIdentifierStartCharacter(character) && SyntaxFacts.IsIdentifierPartCharacter(character))
                identifier.Append('_');
            identifier.Append(SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_');
        }
        var name = identifier.ToString();
        return IsKeyword(name) ? "@" + name : name;
    }

    private static bool IsKeyword(string name) =>
        name != "_" && (SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None);
}

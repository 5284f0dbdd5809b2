using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Esms.Cli.Import.Infer;

namespace Esms.Cli.Import.Secrets;

/// <summary>
/// Takes the secrets out of a call and its answers, all of which are looked through first: what is the password of the one may be a word of the other.
/// </summary>
internal sealed partial class SecretSweep(Notes notes)
{
    public (ImportedCall Call, IReadOnlyList<ImportedAnswer> Answers) Clean(ImportedCall call, IReadOnlyList<ImportedAnswer> answers)
    {
        var ofCall = CleanerOf(call.Source);
        foreach (var field in call.Fields)
            ofCall.Collect(field.Wire, field.Value);
        foreach (var answer in answers)
            CleanerOf(answer.Source).Collect(string.Empty, answer.Members);
        return (
            call with
            {
                Fields = [.. call.Fields.Select(field => Clean(field, call.Source, ofCall)).OfType<ImportedField>()],
            },
            [.. answers.Select(answer => answer with { Members = CleanerOf(answer.Source).CleanMembers(string.Empty, answer.Members) })]
        );
    }

    private SecretCleaner CleanerOf(ImportSource source) => new(source, notes.Secrets, notes);

    /// <returns>Null for a field whose name cannot be said.</returns>
    private ImportedField? Clean(ImportedField field, ImportSource source, SecretCleaner cleaner)
    {
        if (SecretNames.Credential(field.Wire) is not null)
            return field with { Value = null };
        if (cleaner.IsSecretName(field.Wire) || (field.Under is { } under && cleaner.IsSecretName(under)))
        {
            notes.Refuse(source.Find(field.Wire), "the name of a field looks like a secret; the field was left out");
            return null;
        }
        if (field.Value is not JsonValue value || Placeholder.Is(value))
            return field with { Value = cleaner.Clean(field.Wire, field.Wire, field.Value) };
        return field with { Value = CleanValue(field.Wire, value, source, cleaner) };
    }

    private JsonNode? CleanValue(string wire, JsonValue value, ImportSource source, SecretCleaner cleaner)
    {
        var text = value.ToString();
        if (SecretNames.Is(wire) && text.Length > 0)
            notes.Refuse(
                source.Find(text),
                $"'{wire}' is a credential that a contract cannot carry yet; its value was left out, and callers have to give it"
            );
        else if (SecretLook.Is(text) && !Identifier().IsMatch(wire))
            notes.Refuse(
                source.Find(text),
                $"the value of '{wire}' looks like a key, and was left out; if it is one of the account, make the field a \"credential\""
            );
        return cleaner.Clean(wire, wire, value);
    }

    /// <summary>Names of what is long and random, and no secret.</summary>
    [GeneratedRegex(
        "(id|ids|ref|hash|uid|guid|uuid|code|number|url|uri|link|image|img|content|message|text|data|params?|name|title|description)[0-9]*$|hash_?(phone|mobile|msisdn|email)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Identifier();
}

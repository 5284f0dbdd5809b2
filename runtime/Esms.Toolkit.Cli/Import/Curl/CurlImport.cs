using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Esms.Cli.Import.Infer;
using Esms.Cli.Import.Json;
using Esms.Cli.Import.Secrets;

namespace Esms.Cli.Import.Curl;

/// <summary>A call from a command.</summary>
internal static partial class CurlImport
{
    /// <exception cref="InvalidDataException">The command cannot be read; the message has the place.</exception>
    public static ImportedCall Read(string path, string text, Notes notes)
    {
        var command = CurlCommand.Read(new ImportSource(path, text), notes);
        var method = CallMethod.Read(command.Method, command.Source.At(0), notes);
        foreach (var header in command.Headers)
            LeaveOut(header, notes);
        var (address, fields) = new CallAddress(command.UrlPlace, notes).Read(command.Url);
        if (method == "GET")
        {
            if (command.Data.Count > 0 || command.Parts.Count > 0)
                notes.Guess("The command calls with GET and has a body, which was left out: the parameters of a GET are in its address.");
            return new ImportedCall(command.Source, "get", address, null, null, fields);
        }
        if (fields.Any(static field => !field.IsInPath))
            notes.Guess("The command has parameters in its address and a body; all of them became fields of the body.");
        var (body, root, inBody) = ReadBody(command, path, notes);
        return new ImportedCall(
            command.Source,
            "post",
            address,
            body,
            root,
            [.. fields, .. inBody.Where(field => fields.All(other => other.Wire != field.Wire))]
        );
    }

    /// <summary>The name only: a value may be a password, and a name may be one that lost its colon.</summary>
    private static void LeaveOut(CurlHeader header, Notes notes)
    {
        if (header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            return;
        var hasSecret = SecretLook.FindIn(header.Value).Any();
        if (!SecretNames.Is(header.Name) && !hasSecret && !SecretLook.IsInName(header.Name))
        {
            notes.Guess($"The header {SafeWord(header.Name)} was left out: a contract has no place for it.");
            return;
        }
        foreach (var piece in header.Value.Split([' ', ';', ',', '='], StringSplitOptions.RemoveEmptyEntries).Append(header.Value))
        {
            if (!Placeholder.Is(piece) && (SecretNames.Is(header.Name) || SecretLook.Is(piece)))
                notes.Secrets.Add(piece);
        }
        notes.Refuse(header.Place, $"the header {SafeWord(header.Name)} carries a credential, which a contract cannot carry yet; it was left out");
    }

    private static string SafeWord(string word) => HeaderName().IsMatch(word) && !SecretLook.IsInName(word) ? word : "here";

    private static (string? Body, string? Root, IReadOnlyList<ImportedField> Fields) ReadBody(CurlCommand command, string path, Notes notes)
    {
        var data = string.Join('&', command.Data);
        var start = data.TrimStart();
        if (start.StartsWith('{') && !IsPlaceholderPair(start))
        {
            var isText = command.ContentType == "text/plain";
            return (
                isText ? "text" : null,
                null,
                [
                    .. SampleText
                        .ReadObject($"{path}, the body", data, notes)
                        .Select(static member => new ImportedField(member.Key, member.Value?.DeepClone())),
                ]
            );
        }
        if (start.StartsWith('<'))
            return XmlBody.Read(data, $"{path}, the body", notes);
        if (start.Length > 0 && !start.Contains('=', StringComparison.Ordinal))
            throw notes.Fail($"{path}, the body(1,1)", "this is neither JSON nor XML nor a form (a=1&b=2), and contracts know no other body.");
        if (command.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true && command.Data.Count > 0)
            throw notes.Fail(
                $"{path}, the body(1,1)",
                "the body is multipart/form-data as it goes out, which is not taken apart. Give its fields by --form."
            );
        if (
            command.Parts.Count > 0
            && command.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true
        )
            notes.Guess("The fields travel as application/x-www-form-urlencoded; --form sends multipart/form-data, which contracts do not know.");
        return (
            "form",
            null,
            [.. command.Parts.Select(static part => new ImportedField(part.Name, (JsonNode)part.Value)), .. CallAddress.ReadPairs(data)]
        );
    }

    private static bool IsPlaceholderPair(string data) => PlaceholderPair().IsMatch(data);

    [GeneratedRegex(@"^\{\{[^{}]+\}\}=")]
    private static partial Regex PlaceholderPair();

    [GeneratedRegex("^[A-Za-z0-9-]{1,40}$")]
    private static partial Regex HeaderName();
}

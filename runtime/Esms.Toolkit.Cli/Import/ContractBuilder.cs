using System.Globalization;
using System.Text.Json.Nodes;
using Esms.Cli.Import.Infer;
using Esms.Cli.Import.Secrets;
using Esms.Toolkit.Reader.Check;

namespace Esms.Cli.Import;

/// <summary>Puts a contract together from a call and its answers.</summary>
/// <param name="operation">The name of the operation; null to take it from the address.</param>
/// <param name="docs">The page of the documentation; null for its front page.</param>
internal sealed class ContractBuilder(string? operation, string client, string? docs, Notes notes)
{
    private const string FrontPage = "https://developers.esms.vn/";

    /// <param name="source">What it is made from, in words.</param>
    /// <param name="found">The call, and its answers, as they were found: with whatever is secret in them.</param>
    /// <param name="example">An answer that shows the members, and is no real one.</param>
    /// <exception cref="InvalidDataException">A secret would come into the contract.</exception>
    public JsonObject Build(string source, ImportedCall found, IReadOnlyList<ImportedAnswer> foundAnswers, JsonObject? example = null)
    {
        CheckOption("--operation", operation);
        CheckOption("--client", client);
        CheckOption("--docs", docs);
        var (call, clean) = new SecretSweep(notes).Clean(found, foundAnswers);
        List<JsonObject> answers = [.. clean.Select(static answer => answer.Members)];
        var name = operation ?? NameFrom(call);
        var types = new TypeBook(name);
        var inference = new TypeInference(types, notes);
        var request = new RequestInference(inference, notes).Of(call);
        var response = new ResponseInference(inference, notes, example is null ? answers : [.. answers, example]);
        var section = response.Section();
        var contract = new JsonObject
        {
            ["$schema"] = "https://esms-toolkit.github.io/esms-contract.schema.json",
            ["operation"] = name,
            ["client"] = client,
            ["summary"] = $"Calls {call.LastSegment}. Imported: say what it does.",
            ["docs"] = docs ?? FrontPage,
            [call.Method] = call.Address,
        };
        if (docs is null)
            notes.Guess($"docs is the front page of the documentation; --docs names the page.");
        AddWay(contract, call);
        contract["repeat"] = Repeat(name, call, request);
        contract["request"] = request;
        contract["response"] = section;
        if (types.Section is { } declared)
            contract["types"] = declared;
        if (answers.Count > 0)
            contract["samples"] = Samples(call, answers, response);
        SecretGate.Check(contract, notes.Secrets);
        contract.Insert(4, "remarks", $"Imported from {source}. Guessed, to be checked by a person: {string.Join(' ', notes.Guessed)}");
        return contract;
    }

    private void CheckOption(string option, string? value)
    {
        if (value is not null && (SecretLook.IsInName(value) || notes.Secrets.IsIn(value) || SecretLook.HasKey(value)))
            throw new InvalidDataException($"The value of {option} looks like a secret, which would come into the contract. Give another one.");
    }

    private static void AddWay(JsonObject contract, ImportedCall call)
    {
        if (call.Body is { } body)
            contract["body"] = body;
        if (call.XmlRoot is { } root)
            contract["xmlRoot"] = root;
        if (call.Fields.Any(field => SecretNames.Credential(field.Wire) is not null && (call.Method == "get" || field.IsInPath)))
            contract["keysInAddress"] = true;
    }

    private string NameFrom(ImportedCall call)
    {
        var name = Names.FromWire(call.LastSegment);
        if (name.Length == 0)
            throw new InvalidDataException("The address has no word that could name the operation. Name it by --operation.");
        notes.Guess($"The operation is {name}, after its address; --operation gives it another name.");
        return name;
    }

    private JsonNode Repeat(string name, ImportedCall call, JsonObject request)
    {
        // The address goes out, and not the name: a send that is called GetCode sends all the same.
        if (KnownNames.OnlyReads(call) && !KnownNames.Acts(name))
        {
            notes.Guess("A repeat is safe: by its address, the call only reads.");
            return "safe";
        }
        var key = call.Fields.FirstOrDefault(static field => KnownNames.IsRepeatKey(field.Wire));
        if (key is not null && (string?)request[key.Wire]?["type"] == "string")
        {
            notes.Guess($"A repeat is harmless with the same {key.Wire}.");
            return new JsonObject { ["keyed"] = key.Wire };
        }
        notes.Guess("A repeat is never safe: nothing in the address says that the call only reads.");
        return "never";
    }

    private static JsonArray Samples(ImportedCall call, IReadOnlyList<JsonObject> answers, ResponseInference response)
    {
        var samples = new JsonArray();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var answer in answers)
        {
            var sample = new JsonObject { ["name"] = NameOf(response.CodeOf(answer), response.SuccessCode, names) };
            if (samples.Count == 0 && RequestInference.SampleOf(call) is { } request)
                sample["request"] = request;
            sample["response"] = answer.DeepClone();
            samples.Add((JsonNode)sample);
        }
        return samples;
    }

    private static string NameOf(int? code, int success, HashSet<string> names)
    {
        var name =
            code is null ? "refused"
            : code == success ? "accepted"
            : string.Create(CultureInfo.InvariantCulture, $"code {code}");
        var unique = name;
        for (var i = 2; !names.Add(unique); i++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{name}, {i}");
        return unique;
    }
}

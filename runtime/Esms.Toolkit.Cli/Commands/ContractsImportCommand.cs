using System.CommandLine;
using System.Text.Json.Nodes;
using Esms.Cli.Import;
using Esms.Cli.Import.Curl;
using Esms.Cli.Import.Json;
using Esms.Cli.Import.WcfHelp;
using Esms.Toolkit.Reader;
using Esms.Toolkit.Reader.Problems;

namespace Esms.Cli;

/// <summary><c>esms contracts import …</c>: a contract from what is published. It asks nothing, and tells what it guessed.</summary>
internal static class ContractsImportCommand
{
    public static Command Create() =>
        new("import", "Makes a contract of a curl command, of sample answers, or of a help page of the service.")
        {
            Create("curl", "From a file with a curl command, and files with sample answers.", FromCurl),
            Create(
                "json",
                "From files with sample answers alone; the address is a guess, unless --get or --post names it.",
                FromJson,
                withAddress: true
            ),
            Create("wcf-help", "From a saved help page (/help/operations/…), and files with sample answers.", FromHelp),
        };

    private static Command Create(string name, string summary, Func<ImportInput, Notes, JsonObject> import, bool withAddress = false)
    {
        var files = new Argument<string[]>("files") { Description = "The files, - for standard input.", Arity = ArgumentArity.OneOrMore };
        var operation = new Option<string?>("--operation") { Description = "The name of the operation; without it, that of the address." };
        var client = new Option<string>("--client") { Description = "The group of calls.", DefaultValueFactory = static _ => "Imported" };
        var docs = new Option<string?>("--docs") { Description = "The page of the documentation." };
        var output = new Option<string>("--output", "-o")
        {
            Description = "The file of the contract, - for standard output.",
            DefaultValueFactory = static _ => "-",
        };
        var get = new Option<string?>("--get") { Description = "The address, called with GET." };
        var post = new Option<string?>("--post") { Description = "The address, called with POST." };
        var command = new Command(name, summary) { files, operation, client, docs, output };
        if (withAddress)
        {
            command.Add(get);
            command.Add(post);
        }
        command.SetAction(result =>
            Run(
                result,
                result.GetValue(output)!,
                result.GetValue(files)![0],
                notes =>
                    import(
                        new ImportInput(
                            result.GetValue(files)!,
                            new ContractBuilder(result.GetValue(operation), result.GetValue(client)!, result.GetValue(docs), notes),
                            result.GetValue(operation),
                            withAddress ? result.GetValue(get) : null,
                            withAddress ? result.GetValue(post) : null
                        ),
                        notes
                    )
            )
        );
        return command;
    }

    private static int Run(ParseResult result, string output, string first, Func<Notes, JsonObject> import)
    {
        var console = result.InvocationConfiguration;
        var notes = new Notes();
        notes.Secrets.AddPath(output);
        var text = Import(import, first, notes);
        if (output == "-")
            console.Output.Write(text);
        else
            NewFile.Write(output, text);
        return Tell(console.Error, notes, ContractCheck.Run([ContractSyntax.Parse(output == "-" ? "the contract" : output, text)]));
    }

    /// <summary>Whatever goes wrong, what is secret in the input is not in the words about it.</summary>
    private static string Import(Func<Notes, JsonObject> import, string first, Notes notes)
    {
        try
        {
            return ContractText.Of(import(notes));
        }
#pragma warning disable CA1031 // Any exception could have a piece of the input in its message, which would be printed.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw new InvalidDataException(
                exception is InvalidDataException or IOException or UnauthorizedAccessException
                    ? notes.Secrets.Scrub(exception.Message)
                    : $"{notes.Secrets.Scrub(first)}(1,1): the input cannot be read ({exception.GetType().Name}). Leave out what is unusual in it, and import again."
            );
        }
    }

    private static int Tell(TextWriter error, Notes notes, IReadOnlyList<Problem> problems)
    {
        foreach (var line in notes.Mended)
            error.WriteLine($"mended: {line}");
        foreach (var line in notes.Hidden)
            error.WriteLine($"hidden: {line}");
        foreach (var line in notes.Guessed)
            error.WriteLine($"guessed: {line}");
        foreach (var line in notes.Refused)
            error.WriteLine($"refused: {line}");
        foreach (var problem in problems)
            error.WriteLine($"wrong: {notes.Secrets.Scrub(problem.InOneLine())}");
        if (problems.Count > 0)
            error.WriteLine("The contract needs an edit where it is wrong; `esms contracts check` looks again.");
        return problems.Count == 0 && !notes.Refused.Any() ? ExitCodes.Success : ExitCodes.Found;
    }

    private static JsonObject FromCurl(ImportInput input, Notes notes)
    {
        var call = CurlImport.Read(input.Files[0], ImportInput.Text(input.Files[0], notes), notes);
        return input.Builder.Build("a curl command", call, Answers(input.Files.Skip(1), notes));
    }

    private static JsonObject FromJson(ImportInput input, Notes notes)
    {
        var answers = Answers(input.Files, notes);
        if ((input.Get ?? input.Post) is null)
            notes.Guess("The address is made up: sample answers do not tell it; --get or --post does.");
        var option = input.Get is null ? "--post" : "--get";
        var url = input.Get ?? input.Post ?? $"https://rest.esms.vn/MainService.svc/json/{input.Operation ?? "Imported"}";
        var (address, fields) = new CallAddress(option, notes).Read(url);
        IReadOnlyList<ImportedField> keys = [new("ApiKey", null), new("SecretKey", null)];
        var call = new ImportedCall(
            new ImportSource(option, url),
            input.Get is null ? "post" : "get",
            address,
            null,
            null,
            fields.Count > 0 ? fields : keys
        );
        return input.Builder.Build("sample answers alone, which tell nothing of the request", call, answers);
    }

    private static JsonObject FromHelp(ImportInput input, Notes notes)
    {
        var (call, example) = WcfHelpImport.Read(input.Files[0], ImportInput.Text(input.Files[0], notes), notes);
        return input.Builder.Build("a help page of the service", call, Answers(input.Files.Skip(1), notes), example);
    }

    private static List<ImportedAnswer> Answers(IEnumerable<string> files, Notes notes) =>
        [.. files.Select(file => new ImportSource(file, ImportInput.Text(file, notes))).Select(source => SampleText.ReadAnswer(source, notes))];
}

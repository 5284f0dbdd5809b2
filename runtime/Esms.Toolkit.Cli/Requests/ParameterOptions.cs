using System.CommandLine;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli;

/// <summary>An option for each parameter of an operation, and one for the whole request.</summary>
internal sealed class ParameterOptions
{
    private const string Whole = "--body";
    private const string StandardInput = "-";

    private readonly Operation _operation;
    private readonly List<(Field Field, Option Option)> _options;
    private readonly Option<bool>? _sandbox;
    private readonly Option<string> _body = new(Whole)
    {
        HelpName = "file|-|json",
        Description =
            "The request as JSON, with the names of the wire and without keys: a file, - for the standard input, or the JSON itself. Other "
            + "options win over it.",
    };

    public ParameterOptions(Operation operation)
    {
        _operation = operation;
        _options = [.. operation.Parameters.Where(static field => !field.Sandbox).Select(field => (field, CreateOption(field, operation)))];
        _sandbox = HasSandbox(operation) ? new Option<bool>("--sandbox") { Description = Trials.Description } : null;
    }

    public void AddTo(Command command)
    {
        foreach (var (_, option) in _options)
            command.Add(option);
        if (_sandbox is not null)
            command.Add(_sandbox);
        command.Add(_body);
    }

    /// <exception cref="UsageException">Something is wrong, or missing.</exception>
    public CallRequest Read(ParseResult result)
    {
        var given = new Dictionary<Field, Given>();
        foreach (var (field, option) in _options)
        {
            if (result.GetResult(option) is { } found)
                given.Add(field, GivenBy(option.Name, [.. found.Tokens.Select(static token => token.Value)], field));
        }
        var body = result.GetValue(_body) is { } source ? Given.Json(Whole, ReadSource(source)) : null;
        return RequestReader.Read(
            _operation,
            given,
            body,
            isTrial: _sandbox is not null && result.GetResult(_sandbox) is { Implicit: false } ? result.GetValue(_sandbox) : null
        );
    }

    /// <summary>Values are taken as texts, for their types are the contract's.</summary>
    private static Option CreateOption(Field field, Operation operation)
    {
        var name = OptionNames.Of(field, operation);
        Option option = TakesMany(field) ? new Option<string[]>(name) : new Option<string>(name);
        option.Arity =
            TakesMany(field) ? ArgumentArity.OneOrMore
            : IsSwitch(field) ? ArgumentArity.ZeroOrOne
            : ArgumentArity.ExactlyOne;
        option.HelpName = FieldHelp.Placeholder(field);
        option.Description = FieldHelp.Describe(field, operation);
        if (operation.EnumOf(field) is { } values)
            option.CompletionSources.Add([.. values.Values.Select(static value => value.Name)]);
        else if (IsSwitch(field))
            option.CompletionSources.Add("true", "false");
        return option;
    }

    private static bool IsSwitch(Field field) => field.Type is { Kind: FieldKind.Boolean or FieldKind.Flag, IsList: false };

    private static bool TakesMany(Field field) => field.Type.IsList || field.Type.Kind is FieldKind.Map or FieldKind.Pairs;

    /// <summary>Whether the operation, or an object in its request, has a field that makes it a trial.</summary>
    private static bool HasSandbox(Operation operation) =>
        operation.Endpoint.Request.Any(static field => field.Sandbox)
        || operation.Endpoint.Request.Any(field => field.Type.Name is { } name && HasSandbox(name, operation, []));

    private static bool HasSandbox(string type, Operation operation, HashSet<string> seen) =>
        seen.Add(type)
        && operation.Types.GetValueOrDefault(type) is ObjectModel model
        && model.Fields.Any(field => field.Sandbox || (field.Type.Name is { } name && HasSandbox(name, operation, seen)));

    /// <summary>A structure is JSON; a list of values, or a map, can be given piece by piece as well.</summary>
    private static Given GivenBy(string option, string[] texts, Field field)
    {
        if (IsSwitch(field))
            return Given.Text(option, texts is [var flag] ? flag : "true");
        if (texts is [var only] && (field.Type.Kind == FieldKind.Object || (TakesMany(field) && only.TrimStart() is ['[' or '{', ..])))
            return Given.Json(option, only);
        if (field.Type.Kind is FieldKind.Map or FieldKind.Pairs)
            return new Given(option, new JsonObject(default, [.. texts.Select(text => PairOf(option, text))]));
        return field.Type.IsList
            ? new Given(option, new JsonArray(default, [.. texts.Select(static text => new JsonText(default, text))]))
            : Given.Text(option, texts[0]);
    }

    private static JsonMember PairOf(string option, string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is var at and > 0
            ? new JsonMember(text[..at], default, new JsonText(default, text[(at + 1)..]))
            : throw new UsageException($"{option}: '{text}' is no name=value.", "Give each as name=value, or all as JSON.");

    private static string ReadSource(string source)
    {
        if (source.TrimStart() is ['{' or '[', ..])
            return source;
        try
        {
            return source == StandardInput ? Console.In.ReadToEnd() : File.ReadAllText(source);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Whole}: {source} cannot be read: {exception.Message}");
        }
    }
}

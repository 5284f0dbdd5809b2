using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>The methods of an operation, on the interface of its client and on the client.</summary>
internal static class MethodEmitter
{
    private const string Cancellation = $"{Global.CancellationToken} cancellationToken = default";

    public static void Emit(SourceWriter writer, EndpointModel endpoint)
    {
        writer.Line();
        writer.Line($"public partial interface {CSharp.ClientInterface(endpoint.Client)}");
        writer.Open();
        EmitCallDocs(writer, endpoint);
        EmitObsolete(writer, endpoint);
        writer.Line($"{CallSignature(endpoint)};");
        writer.Line();
        EmitTryDocs(writer, endpoint);
        EmitObsolete(writer, endpoint);
        writer.Line($"{TrySignature(endpoint)};");
        writer.Close();

        writer.Line();
        writer.Line($"public sealed partial class {CSharp.ClientType(endpoint.Client)}");
        writer.Open();
        writer.Line("/// <inheritdoc />");
        EmitObsolete(writer, endpoint);
        writer.Line($"public {CallSignature(endpoint)} =>");
        writer.Continuation($"_connection.SendAsync({CSharp.EndpointType(endpoint.Operation)}.Instance, request, cancellationToken);");
        writer.Line();
        writer.Line("/// <inheritdoc />");
        EmitObsolete(writer, endpoint);
        writer.Line($"public {TrySignature(endpoint)} =>");
        writer.Continuation($"_connection.TrySendAsync({CSharp.EndpointType(endpoint.Operation)}.Instance, request, cancellationToken);");
        writer.Close();
        if (endpoint.HasShortForm)
            EmitShortForm(writer, endpoint);
    }

    /// <summary>
    /// An extension, and not a second method of the client: <c>new() { … }</c> would fit both, and everyone who implements the interface would have
    /// another method to write.
    /// </summary>
    private static void EmitShortForm(SourceWriter writer, EndpointModel endpoint)
    {
        var client = endpoint.RequiredParameters.Any(static field => field.Name == "Client") ? "caller" : "client";
        var parameters = endpoint
            .RequiredParameters.Select(static field => $"{CSharp.TypeOf(field.Type)} {CSharp.Camel(field.Name)}")
            .Prepend($"this {CSharp.ClientInterface(endpoint.Client)} {client}")
            .Append(Cancellation);
        writer.Line();
        writer.Summary($"Calls of {CSharp.ClientInterface(endpoint.Client)} with only what they need.");
        writer.Line($"public static partial class {CSharp.ClientType(endpoint.Client)}Extensions");
        writer.Open();
        EmitCallDocs(writer, endpoint, client);
        EmitObsolete(writer, endpoint);
        writer.Line(
            $"public static {Global.Task}<{CSharp.ResponseType(endpoint.Operation)}> {endpoint.Operation}Async({string.Join(", ", parameters)}) =>"
        );
        writer.Continuation(
            $"({client} ?? throw new {Global.ArgumentNullException}(nameof({client}))).{endpoint.Operation}Async({ShortRequest(endpoint)}, cancellationToken);"
        );
        writer.Close();
    }

    private static string CallSignature(EndpointModel endpoint) =>
        $"{Global.Task}<{CSharp.ResponseType(endpoint.Operation)}> {endpoint.Operation}Async({CSharp.RequestType(endpoint.Operation)} request, {Cancellation})";

    private static string TrySignature(EndpointModel endpoint) =>
        $"{Global.Task}<{Global.EsmsResult}<{CSharp.ResponseType(endpoint.Operation)}>> TrySendAsync({CSharp.RequestType(endpoint.Operation)} request, {Cancellation})";

    private static string ShortRequest(EndpointModel endpoint)
    {
        var values = endpoint.RequiredParameters.Select(static field => $"{field.Name} = {CSharp.Camel(field.Name)}").ToList();
        return $"new {CSharp.RequestType(endpoint.Operation)}{(values.Count == 0 ? "()" : $" {{ {string.Join(", ", values)} }}")}";
    }

    /// <param name="client">In an extension, the parameter before all others.</param>
    private static void EmitCallDocs(SourceWriter writer, EndpointModel endpoint, string? client = null)
    {
        writer.Summary(endpoint.Summary);
        EmitRemarks(writer, endpoint);
        if (client is not null)
        {
            writer.Parameter(client, "The client.");
            foreach (var field in endpoint.RequiredParameters)
                writer.Parameter(CSharp.Camel(field.Name), PropertyEmitter.Describe(field, isAnswer: false));
        }
        else
        {
            writer.Parameter("request", "The parameters.");
        }
        writer.Parameter("cancellationToken", "Ends the call.");
        writer.Returns("The answer of the accepted call.");
        writer.Throws(Global.EsmsApiException, "eSMS refused the call.");
        if (endpoint.Repeat.Rule != RepeatRule.Safe)
            writer.Throws(Global.EsmsOutcomeUnknownException, "The call went out and its answer was lost.");
        EmitCommonThrows(writer);
        writer.SeeAlso(endpoint.Docs);
    }

    private static void EmitTryDocs(SourceWriter writer, EndpointModel endpoint)
    {
        writer.Summary(
            $"{endpoint.Summary} A refusal is a result here, and no exception{(endpoint.Repeat.Rule == RepeatRule.Safe ? string.Empty : "; so is a lost answer")}."
        );
        EmitRemarks(writer, endpoint);
        writer.Parameter("request", "The parameters.");
        writer.Parameter("cancellationToken", "Ends the call.");
        writer.Returns("The answer, accepted or refused.");
        EmitCommonThrows(writer);
        writer.SeeAlso(endpoint.Docs);
    }

    private static void EmitRemarks(SourceWriter writer, EndpointModel endpoint)
    {
        var sentences = new List<string?>
        {
            endpoint.Remarks,
            endpoint.Limits.DaysKept is { } days ? $"The service keeps the data for {days} days." : null,
            endpoint.Limits.CallsPerSecond is { } calls ? $"The service takes {calls} calls a second; the client keeps to that." : null,
            endpoint.Repeat.Rule switch
            {
                RepeatRule.Safe => "The call only reads, so it is tried again when no answer comes.",
                RepeatRule.Keyed =>
                    $"When no answer comes it is tried again with the same {endpoint.Repeat.Key}, which the service refuses for 24 hours; the client makes one when none is given.",
                _ => "It is tried once: a repeat may do its work, and bill it, twice.",
            },
        };
        sentences.AddRange(endpoint.Codes.Select(static code => $"Code {code.Code} means here: {code.Meaning}"));
        writer.Remarks(string.Join(" ", sentences.Where(static sentence => sentence is not null)));
    }

    private static void EmitObsolete(SourceWriter writer, EndpointModel endpoint)
    {
        if (endpoint.Deprecated is { } instead)
            writer.Line($"[{Global.Obsolete}({Literals.Quote(instead)})]");
    }

    private static void EmitCommonThrows(SourceWriter writer)
    {
        writer.Throws(Global.EsmsTransportException, "No usable answer came.");
        writer.Throws(Global.EsmsProtocolException, "The answer is not what the contract describes.");
        writer.Throws(Global.OperationCanceledException, "The call was cancelled.");
    }
}

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
        writer.Summary($"Calls of {CSharp.ClientInterface(endpoint.Client)} that take only the required parameters.");
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
        writer.Parameter("cancellationToken", "Cancels the call.");
        writer.Returns("The response to the accepted call.");
        writer.Throws(Global.EsmsApiException, "eSMS refused the call.");
        if (endpoint.Repeat.Rule != RepeatRule.Safe)
            writer.Throws(Global.EsmsOutcomeUnknownException, "The request was sent, and no response arrived.");
        EmitCommonThrows(writer);
        writer.SeeAlso(endpoint.Docs);
    }

    private static void EmitTryDocs(SourceWriter writer, EndpointModel endpoint)
    {
        writer.Summary(
            $"{endpoint.Summary} Returns a refusal{(endpoint.Repeat.Rule == RepeatRule.Safe ? string.Empty : " and a lost response")} as a result and does not throw."
        );
        EmitRemarks(writer, endpoint);
        writer.Parameter("request", "The parameters.");
        writer.Parameter("cancellationToken", "Cancels the call.");
        writer.Returns("The response, accepted or refused.");
        EmitCommonThrows(writer);
        writer.SeeAlso(endpoint.Docs);
    }

    private static void EmitRemarks(SourceWriter writer, EndpointModel endpoint)
    {
        var sentences = new List<string?>
        {
            endpoint.Remarks,
            endpoint.Limits.DaysKept is { } days ? $"The service keeps the data for {days} days." : null,
            endpoint.Limits.CallsPerSecond is { } calls ? $"The service allows {calls} calls per second; the client keeps to that limit." : null,
            endpoint.Repeat.Rule switch
            {
                RepeatRule.Safe => "The call only reads, so it is retried when no response arrives.",
                RepeatRule.Keyed =>
                    $"When no response arrives, the call is retried with the same {endpoint.Repeat.Key}, which the service accepts once in 24 hours. The client creates one when none is given.",
                _ => "The call is sent once: a repeat could send, and bill, twice.",
            },
        };
        sentences.AddRange(endpoint.Codes.Select(static code => $"Here code {code.Code} means: {code.Meaning}"));
        writer.Remarks(string.Join(" ", sentences.Where(static sentence => sentence is not null)));
    }

    private static void EmitObsolete(SourceWriter writer, EndpointModel endpoint)
    {
        if (endpoint.Deprecated is { } instead)
            writer.Line($"[{Global.Obsolete}({Literals.Quote(instead)})]");
    }

    private static void EmitCommonThrows(SourceWriter writer)
    {
        writer.Throws(Global.EsmsTransportException, "No usable response arrived.");
        writer.Throws(Global.EsmsProtocolException, "The response does not match the contract.");
        writer.Throws(Global.OperationCanceledException, "The call was cancelled.");
    }
}

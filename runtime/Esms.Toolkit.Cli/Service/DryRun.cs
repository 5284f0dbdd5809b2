using System.CommandLine;
using System.Text.Json;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli;

/// <summary>The request of a call, made by the runtime as always, and shown in the place of being sent.</summary>
internal static class DryRun
{
    public static async Task<int> ShowAsync(CallRequest request, ParseResult command, ServiceOptions service, CancellationToken cancellationToken)
    {
        using var handler = new Capture();
        using var connection = Service.Connect(Account.ForDryRun(command, service), handler);
        try
        {
            await connection.TrySendAsync(new CallEndpoint(request.Operation), request, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(exception.Message);
        }
        catch (EsmsException) when (handler.Address is not null)
        {
            // Nothing was sent, as it should be.
        }
        var output = command.InvocationConfiguration.Output;
        if (command.GetValue(service.Json))
            output.WriteLine(JsonOutput.Object(writer => WriteJson(writer, handler)));
        else
            WriteText(output, handler);
        return ExitCodes.Success;
    }

    private static void WriteText(TextWriter output, Capture request)
    {
        output.WriteLine($"{request.Method} {request.Address}");
        foreach (var (name, value) in request.Headers)
            output.WriteLine($"{name}: {value}");
        if (request.Body is { } body)
            output.WriteLine($"\n{(request.IsJson ? JsonOutput.Of(JsonParser.Parse(body)) : body)}");
        output.WriteLine("\nNothing was sent.");
    }

    private static void WriteJson(Utf8JsonWriter writer, Capture request)
    {
        writer.WriteString("method", request.Method);
        writer.WriteString("address", request.Address);
        writer.WriteStartObject("headers");
        foreach (var (name, value) in request.Headers)
            writer.WriteString(name, value);
        writer.WriteEndObject();
        if (request is { IsJson: true, Body: { } json })
            JsonNodeWriter.Write(writer, "body", JsonParser.Parse(json));
        else
            writer.WriteString("body", request.Body);
    }

    /// <summary>Keeps what would have gone out. The keys in it are masks, for no others were read.</summary>
    private sealed class Capture : HttpMessageHandler
    {
        public string? Address { get; private set; }

        public string Method { get; private set; } = string.Empty;

        public List<(string Name, string Value)> Headers { get; } = [];

        public string? Body { get; private set; }

        public bool IsJson => Body is ['{', ..];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Method = request.Method.Method;
            Address = request.RequestUri!.AbsoluteUri;
            if (request.Content is { } content)
            {
                var body = await content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
                Body = body.Length > 0 ? body : null;
                foreach (var (name, values) in content.Headers)
                    Headers.Add((name, string.Join(", ", values)));
            }
            throw new HttpRequestException("This is a dry run.");
        }
    }
}

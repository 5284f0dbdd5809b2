using System.Collections.Concurrent;
using System.Text.Json;
using Esms.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace Esms.Tests.Sending;

/// <summary>
/// A service that keeps a journal of what it accepts, knows a RequestId again, and does what a script says before and after that. It answers the
/// customer care send, and GetSendStatus.
/// </summary>
internal sealed class FlakyService : IAsyncDisposable
{
    private readonly ConcurrentQueue<Step> _script;
    private readonly ConcurrentDictionary<string, string> _journal = new(StringComparer.Ordinal);
    private LoopbackServer? _server;
    private int _accepted;

    private FlakyService(IEnumerable<Step> script) => _script = new ConcurrentQueue<Step>(script);

    /// <summary>What happens to a request: before the service sees it, and to the answer.</summary>
    internal delegate Task Step(HttpContext context, Func<Task<string>> accept);

    /// <summary>Raised when a request has arrived, before the script goes on.</summary>
    public event Action? Arrived;

    /// <summary>How many messages were accepted.</summary>
    public int Accepted => _accepted;

    public IReadOnlyCollection<ReceivedRequest> Received => Server.Received;

    public EsmsOptions Options => Server.Options;

    private LoopbackServer Server => _server ?? throw new InvalidOperationException("The service was not started.");

    /// <summary>Follows the script, and then answers as it should.</summary>
    public static async Task<FlakyService> StartAsync(params Step[] script)
    {
        var service = new FlakyService(script);
        service._server = await LoopbackServer.StartAsync(service.AnswerAsync);
        return service;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, ReceivedRequest request)
    {
        Arrived?.Invoke();
        if (_script.TryDequeue(out var step))
            await step(context, () => Task.FromResult(Accept(request)));
        else
            await context.Response.WriteAsync(Accept(request));
    }

    private string Accept(ReceivedRequest request)
    {
        if (request.Method == "GET")
            return Answers.Finished;
        using var body = JsonDocument.Parse(request.Body);
        var key = body.RootElement.TryGetProperty("RequestId", out var id) ? id.GetString()! : Guid.NewGuid().ToString();
        if (!_journal.TryAdd(key, string.Empty))
            return """{ "CodeResult": "124", "CountRegenerate": 0, "ErrorMessage": "Request exist 1", "SendStatus": "1" }""";
        Interlocked.Increment(ref _accepted);
        return """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d533459ee42b2b9525ba9eabf6a8156" }""";
    }
}

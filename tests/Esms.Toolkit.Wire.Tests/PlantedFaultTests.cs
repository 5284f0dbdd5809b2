using System.Reflection;
using System.Text.Json.Nodes;
using Esms.Wire.Tests.Grid;
using Esms.Wire.Tests.Handlers;
using Esms.Wire.Tests.Service;

namespace Esms.Wire.Tests;

/// <summary>Tests of the test: for each promise, a client that breaks it is found.</summary>
public sealed class PlantedFaultTests
{
    private const string Unwatched = "unwatched";

    private static readonly IReadOnlyDictionary<string, Func<EsmsOptions, Step?, BuiltClient>> UnwatchedRoad = new Dictionary<
        string,
        Func<EsmsOptions, Step?, BuiltClient>
    >(StringComparer.Ordinal)
    {
        [Unwatched] = Unwatch,
    };

    [Fact]
    public async Task A_client_that_does_not_watch_the_wire_sends_twice_what_must_go_out_once()
    {
        var wrong = await FindAsync(UnwatchedRoad, "retrying", Steps.All["retrying"]);

        Assert.Contains(wrong, static verdict => verdict.Wrong() == "never, and 2 times on the wire");
    }

    [Fact]
    public async Task A_client_that_does_not_watch_the_wire_calls_unsent_what_the_service_has()
    {
        var wrong = await FindAsync(UnwatchedRoad, "own time limit", Steps.All["own time limit"]);

        Assert.Contains(wrong, static verdict => verdict.Wrong() == "told as not sent, and the service has it");
    }

    [Fact]
    public async Task A_new_id_for_each_try_is_accepted_twice()
    {
        var wrong = await FindAsync(Roads.All, "new ids", NewIdAsync);

        Assert.Contains(wrong, static verdict => verdict.Wrong() == "accepted 2 times");
    }

    private static async Task<IReadOnlyList<Verdict>> FindAsync(
        IReadOnlyDictionary<string, Func<EsmsOptions, Step?, BuiltClient>> roads,
        string handler,
        Step? step
    )
    {
        var handlers = new Dictionary<string, Step?>(StringComparer.Ordinal) { [handler] = step };
        var verdicts = await new GridRun(roads, handlers).RunAsync(Fault.All, Kind.All);
        return [.. verdicts.Where(static verdict => verdict.Wrong() is not null)];
    }

    /// <summary>The client as it would be if it took every handler for one that sends once.</summary>
    private static BuiltClient Unwatch(EsmsOptions options, Step? step)
    {
        var handler = new StepHandler(step!) { InnerHandler = new SocketsHttpHandler { UseProxy = false } };
        var pipeline = typeof(EsmsConnection).Assembly.GetType("Esms.Runtime.Pipeline", throwOnError: true)!;
        var constructor = typeof(EsmsConnection).GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, [typeof(EsmsOptions), pipeline])!;
        var connection = (EsmsConnection)constructor.Invoke([options, Activator.CreateInstance(pipeline, handler, false)]);
        return new BuiltClient(new EsmsClient(connection), handler);
    }

    private static async Task<HttpResponseMessage> NewIdAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken
    )
    {
        if (request.Content is { } content && await content.ReadAsStringAsync(cancellationToken) is ['{', ..] body)
        {
            var fields = JsonNode.Parse(body)!;
            fields["RequestId"] = Guid.NewGuid().ToString();
            request.Content = new StringContent(fields.ToJsonString());
        }
        return await send(request, cancellationToken);
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Esms.Wire.Tests.Handlers;
using Esms.Wire.Tests.Service;

namespace Esms.Wire.Tests.Grid;

/// <summary>Makes every call of the grid, and keeps what each caller was told.</summary>
/// <param name="roads">The ways to build a client.</param>
/// <param name="handlers">What stands in the way.</param>
internal sealed class GridRun(IReadOnlyDictionary<string, Func<EsmsOptions, Step?, BuiltClient>> roads, IReadOnlyDictionary<string, Step?> handlers)
{
    private const int ClientsAtATime = 3;

    private const int CallsAtATime = 32;

    private static readonly bool[] Both = [false, true];

    /// <summary>Of calls whose answer never comes. All others have as long as a busy machine needs.</summary>
    private static readonly EsmsCallOptions Impatient = new() { TryTimeout = TimeSpan.FromMilliseconds(200) };

    /// <summary>A handler may send something after its call has ended, so nothing is judged before all is over.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentQueue<Verdict> _verdicts = new();
    private int _number;

    /// <param name="faults">What the service does.</param>
    /// <param name="kinds">What is called.</param>
    public async Task<IReadOnlyCollection<Verdict>> RunAsync(IReadOnlyList<Fault> faults, IReadOnlyList<Kind> kinds)
    {
        await using var service = new RawService();
        var clients = from road in roads.Keys from handler in handlers.Keys select (road, handler);
        await Parallel.ForEachAsync(
            clients,
            new ParallelOptions { MaxDegreeOfParallelism = ClientsAtATime },
            async (pair, _) => await CallAllAsync(service, pair.road, pair.handler, faults, kinds)
        );
        await Task.Delay(Afterwards);
        return _verdicts;
    }

    private async Task CallAllAsync(RawService service, string road, string handler, IReadOnlyList<Fault> faults, IReadOnlyList<Kind> kinds)
    {
        using var client = roads[road](OptionsOf(service.Address), handlers[handler]);
        using var lonely = roads[road](OptionsOf(FindClosedPort()), handlers[handler]);
        var calls =
            from fault in faults
            from kind in kinds
            from isCanceled in Both
            select new Call(Interlocked.Increment(ref _number), handler, road, fault, kind, isCanceled);
        await Parallel.ForEachAsync(
            calls,
            new ParallelOptions { MaxDegreeOfParallelism = CallsAtATime },
            async (call, _) => _verdicts.Enqueue(await CallAsync(service, call.Fault.Act == Act.Refuse ? lonely.Esms : client.Esms, call))
        );
    }

    private static async Task<Verdict> CallAsync(RawService service, EsmsClient esms, Call call)
    {
        using var cancellation = new CancellationTokenSource();
        var entry = new Entry(call.Fault) { Arrived = call.IsCanceled ? cancellation.Cancel : null };
        service.Expect(call.Number, entry);
        if (call.IsCanceled)
            cancellation.CancelAfter(Impatient.TryTimeout!.Value);
        var (ending, exception) = await EndAsync(call.Fault.Act == Act.Hang ? esms.With(Impatient) : esms, call, cancellation.Token);
        return new Verdict(call, entry, ending, exception is null ? null : $"{exception.GetType().Name}: {exception.Message}");
    }

    private static async Task<(Ending Ending, Exception? Exception)> EndAsync(EsmsClient esms, Call call, CancellationToken cancellationToken)
    {
        try
        {
            await call.Kind.SendAsync(esms, call.Number, cancellationToken);
            return (Ending.Accepted, null);
        }
#pragma warning disable CA1031 // Whatever it is, it is judged.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return (EndingOf(exception, cancellationToken), exception);
        }
    }

    private static Ending EndingOf(Exception exception, CancellationToken cancellationToken) =>
        exception switch
        {
            EsmsApiException => Ending.Refused,
            EsmsOutcomeUnknownException => Ending.Unknown,
            EsmsTransportException => Ending.NotSent,
            EsmsProtocolException => Ending.Unreadable,
            EsmsSendCanceledException canceled when canceled.CancellationToken == cancellationToken => Ending.CanceledOut,
            OperationCanceledException canceled when canceled.CancellationToken == cancellationToken => Ending.CanceledUnsent,
            _ => Ending.Undocumented,
        };

    private static EsmsOptions OptionsOf(Uri address) =>
        new()
        {
            ApiKey = "key",
            SecretKey = "secret",
            BaseAddress = address,
            MaxTries = 2,
            RetryDelay = TimeSpan.FromMilliseconds(1),
        };

    /// <summary>A port that was free a moment ago, and refuses connections as long as nobody takes it.</summary>
    private static Uri FindClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
    }
}

using Esms.Toolkit.Peers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Esms.Toolkit.Budgets.Dispatch;

/// <summary>An application that sends from an outbox in a file, with the settings that it has by default.</summary>
internal sealed class Outbox : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("esms-budget-");
    private readonly Answers _answers = new();
    private readonly IHost _host;
    private int _campaigns;

    private Outbox(Uri service, int inFlight)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder
            .Services.AddEsms(options => (options.ApiKey, options.SecretKey, options.BaseAddress) = (Published.ApiKey, Published.SecretKey, service))
            .AddHttpMessageHandler(() => _answers);
        builder.Services.AddEsmsDispatch(options => options.MaxInFlight = inFlight).UseSqlite(Path.Combine(_folder.FullName, "outbox.db"));
        _host = builder.Build();
    }

    public static async Task<Outbox> StartAsync(Uri service, int inFlight)
    {
        var outbox = new Outbox(service, inFlight);
        await outbox._host.StartAsync();
        return outbox;
    }

    public static SendCustomerCareRequest Message(int number) =>
        new()
        {
            Content = Published.Message.Content,
            Phone = $"09{number:00000000}",
            Brandname = Published.Message.Brandname,
            CampaignId = Published.Message.CampaignId,
        };

    /// <summary>Enqueues messages, and waits for the answer to the last one: looking for results is not what is measured.</summary>
    public async Task SendAsync(int count)
    {
        var all = _answers.WaitAsync(count);
        var dispatcher = _host.Services.GetRequiredService<IEsmsDispatcher>();
        await dispatcher.EnqueueAsync(EsmsBatch.Of($"turn {++_campaigns}", Enumerable.Range(0, count).Select(Message)));
        await all;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _answers.Dispose();
        _folder.Delete(recursive: true);
    }

    private sealed class Answers : DelegatingHandler
    {
        private TaskCompletionSource _done = new();
        private int _missing;

        public Task WaitAsync(int count)
        {
            _done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _missing = count;
            return _done.Task;
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (Interlocked.Decrement(ref _missing) == 0)
                _done.SetResult();
            return answer;
        }
    }
}

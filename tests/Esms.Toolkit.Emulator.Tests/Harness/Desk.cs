namespace Esms.Emulator.Tests.Harness;

/// <summary>An emulator whose clock stands still, a client of it, and an address for callbacks.</summary>
internal sealed class Desk : IAsyncDisposable
{
    public const string OfficialAccount = "4097311281936189049";
    public const string ZaloUser = "8756287263669629130";

    private Desk(EsmsEmulator esms, CallbackReceiver receiver)
    {
        Esms = esms;
        Receiver = receiver;
        Client = new EsmsClient(esms.Options);
    }

    public EsmsEmulator Esms { get; }

    public CallbackReceiver Receiver { get; }

    public EsmsClient Client { get; }

    /// <summary>Ten in the morning in Vietnam.</summary>
    public static DateTimeOffset Morning => new(2026, 1, 5, 10, 0, 0, TimeSpan.FromHours(7));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Desk> StartAsync(EsmsEmulatorOptions? options = null)
    {
        options ??= new EsmsEmulatorOptions();
        options.Clock ??= EmulatorClock.Stopped(Morning);
        return new Desk(await EsmsEmulator.StartAsync(options, Cancellation), await CallbackReceiver.StartAsync());
    }

    /// <summary>Moves the clock, and waits for the callbacks that are due then.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        Esms.Clock.Advance(by);
        await Esms.SettleAsync(Cancellation);
    }

    public Task<SendCustomerCareResponse> SendSmsAsync(
        string phone = "0901888484",
        string? requestId = null,
        bool callBack = true,
        EsmsClient? client = null
    ) =>
        (client ?? Client).Sms.SendCustomerCareAsync(
            new()
            {
                Brandname = "Baotrixemay",
                Phone = phone,
                Content = "686868 la ma xac minh dang ky Baotrixemay cua ban",
                RequestId = requestId,
                CallbackUrl = callBack ? Receiver.Url : null,
            },
            Cancellation
        );

    public Task<SendZaloTemplateResponse> SendZaloAsync(string phone = "0912345678", string? callbackUrl = null) =>
        Client.Zalo.SendZaloTemplateAsync(
            new()
            {
                OfficialAccountId = OfficialAccount,
                TemplateId = "200607",
                Phone = phone,
                TempData = new Dictionary<string, string> { ["order_code"] = "HD00001" },
                CallbackUrl = callbackUrl ?? Receiver.Url,
            },
            Cancellation
        );

    public async Task<decimal> BalanceAsync() => (await Client.Account.GetBalanceAsync(Cancellation)).Balance;

    /// <summary>The code of a call that must be refused.</summary>
    public static async Task<EsmsResultCode> RefusalOf(Func<Task> call) => (await Assert.ThrowsAsync<EsmsApiException>(call)).Code;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Esms.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}

using Microsoft.AspNetCore.TestHost;

/// <summary>What a snippet finds around it, by the names that pages use. What it declares itself goes before that.</summary>
internal static class Context
{
    private static readonly Lazy<EsmsEmulator> Emulator = new(static () =>
        EsmsEmulator.StartAsync(new() { ContractFolder = ContractFolder }).GetAwaiter().GetResult()
    );

    private static readonly Lazy<EsmsClient> Client = new(static () => new EsmsClient(emulator.Options));
    private static readonly Lazy<WebApplicationBuilder> Builder = new(CreateBuilder);
    private static readonly Lazy<WebApplication> Application = new(static () => builder.Build());

    /// <summary>The contracts that the page shows.</summary>
    public static string? ContractFolder { get; set; }

    public static EsmsEmulator emulator => Emulator.Value;

    public static EsmsClient esms => Client.Value;

    public static WebApplicationBuilder builder => Builder.Value;

    public static WebApplication app => Application.Value;

    public static string smsId => "434a124c-7818-4f45-bdf2-7f7b07fff210100";

    public static string token { get; } = EsmsCallbackToken.Create();

    public static string phone => "0901888484";

    public static SendCustomerCareRequest message { get; } =
        new()
        {
            Brandname = "Baotrixemay",
            Phone = phone,
            Content = "686868 la ma xac minh cua ban",
        };

    public static CancellationToken ct => CancellationToken.None;

    public static Task SaveAsync(string? id, SendStatus? status, CancellationToken cancellationToken) => Task.CompletedTask;

    public static Task SaveAsync(string row, EsmsDispatchOutcome outcome, string? messageId, string? problem) => Task.CompletedTask;

    /// <summary>Ends what the snippet has begun. An application must start with what it registered.</summary>
    public static async Task EndAsync()
    {
        if (Builder.IsValueCreated)
        {
            await app.StartAsync();
            await app.DisposeAsync();
        }
        if (Client.IsValueCreated)
            esms.Dispose();
        if (Emulator.IsValueCreated)
            await emulator.DisposeAsync();
    }

    private static WebApplicationBuilder CreateBuilder()
    {
        var created = WebApplication.CreateBuilder();
        created.WebHost.UseTestServer();
        created.Logging.ClearProviders();
        created.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Esms:ApiKey"] = emulator.Options.ApiKey,
                ["Esms:SecretKey"] = emulator.Options.SecretKey,
                ["Esms:BaseAddress"] = emulator.BaseAddress.ToString(),
                ["Esms:Otp:ApiKey"] = emulator.Options.ApiKey,
                ["Esms:Otp:SecretKey"] = emulator.Options.SecretKey,
                ["Esms:Otp:BaseAddress"] = emulator.BaseAddress.ToString(),
                ["Esms:Callbacks:Token"] = token,
                ["Esms:Callbacks:ShortNumberPrivateKey"] = "a private key",
            }
        );
        return created;
    }
}

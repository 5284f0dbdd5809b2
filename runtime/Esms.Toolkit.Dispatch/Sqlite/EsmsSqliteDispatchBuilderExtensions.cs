using Esms.Dispatching;
using Esms.Dispatching.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Esms;

/// <summary>Extension methods that put an outbox into a file.</summary>
public static class EsmsSqliteDispatchBuilderExtensions
{
    /// <summary>
    /// Keeps the outbox in a SQLite file, for the processes of one machine. Any process can enqueue and watch. One process at a time sends, and the
    /// next one takes over when it exits. The file is created when it is missing, and only its owner can read it. It must be on a local disk, and
    /// belongs to one account.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="file">The path of the file.</param>
    /// <returns>The builder.</returns>
    public static EsmsDispatchBuilder UseSqlite(this EsmsDispatchBuilder builder, string file)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        builder.Services.AddSingleton(_ => new OutboxFile(file));
        return builder.UseFile(campaign: null);
    }

    /// <summary>Uses an open outbox and sends one campaign of it. The other campaigns wait.</summary>
    internal static EsmsDispatchBuilder UseSqlite(this EsmsDispatchBuilder builder, OutboxFile file, string campaign)
    {
        builder.Services.AddSingleton(file);
        return builder.UseFile(campaign);
    }

    private static EsmsDispatchBuilder UseFile(this EsmsDispatchBuilder builder, string? campaign) =>
        builder.UseBackend(CreateDispatcher, provider => CreateWorker(provider, campaign));

    private static SqliteDispatcher CreateDispatcher(IServiceProvider provider) =>
        new(
            provider.GetRequiredService<OutboxFile>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<EsmsDispatchOptions>>().Value
        );

    private static SqliteWorker CreateWorker(IServiceProvider provider, string? campaign) =>
        new(
            provider.GetRequiredService<OutboxFile>(),
            campaign,
            provider.GetRequiredService<OutboxSender>(),
            provider.GetRequiredService<IOptions<EsmsDispatchOptions>>().Value,
            provider.GetRequiredService<SteadyClock>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SqliteWorker>>()
        );
}

namespace Esms.Dispatching.Worker;

/// <summary>The kinds of outboxes, by the names that the command line has for them.</summary>
internal static class Outboxes
{
    public static EsmsDispatchBuilder Use(EsmsDispatchBuilder builder, string outbox, string place) => outbox switch
    {
        "sqlite" => builder.UseSqlite(place),
        "rabbitmq" => builder.UseRabbitMq(new Uri(place)),
        _ => throw new ArgumentException($"There is no outbox {outbox}."),
    };
}

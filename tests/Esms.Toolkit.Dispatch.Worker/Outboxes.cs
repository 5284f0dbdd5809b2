namespace Esms.Dispatching.Worker;

/// <summary>The kinds of outboxes, by the names that the command line has for them.</summary>
internal static class Outboxes
{
    public static EsmsDispatchBuilder Use(EsmsDispatchBuilder builder, string outbox, string place) =>
        outbox switch
        {
            "sqlite" => builder.UseSqlite(place),
            // Its name stands behind the address.
            "rabbitmq" => builder.UseRabbitMq(
                new Uri(place[..place.IndexOf('#', StringComparison.Ordinal)]),
                place[(place.IndexOf('#', StringComparison.Ordinal) + 1)..]
            ),
            _ => throw new ArgumentException($"There is no outbox {outbox}."),
        };
}

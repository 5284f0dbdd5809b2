namespace Esms
{
    /// <summary>Stands for a class of the reader's, which keeps what callbacks tell.</summary>
    public sealed class Deliveries
    {
        public Task SaveAsync(DeliveryCallback delivery, CancellationToken ct) => Task.CompletedTask;
    }

    /// <summary>Stands for what the reader knows of people.</summary>
    public sealed record Customer(string Id, string Name, string Phone);
}

namespace MyShop
{
    /// <summary>Stands for what is generated of the reader's contracts.</summary>
    public static class EsmsKeyedSends
    {
        public static IReadOnlyList<Esms.Runtime.EsmsEndpoint> All => Esms.EsmsKeyedSends.All;
    }
}

namespace Esms
{
    /// <summary>Stands for a class of the reader's, which keeps what callbacks tell.</summary>
    public sealed class Deliveries
    {
        public Task SaveAsync(DeliveryCallback delivery, CancellationToken ct) => Task.CompletedTask;
    }
}

namespace Esms.Runtime;

/// <content>Handlers may also send in the synchronous way, where the platform has it.</content>
internal sealed partial class WireHandler
{
    /// <summary>By the other way, which is watched; the guards under this handler are passed by it, too.</summary>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();
}

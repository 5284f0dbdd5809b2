namespace Esms.Wire.Tests.Handlers;

internal sealed class StepHandler(Step step) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        step(request, base.SendAsync, cancellationToken);
}

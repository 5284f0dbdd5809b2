using System.Text;
using System.Text.Json.Nodes;

namespace Esms.Dispatching.Worker;

/// <summary>
/// Gives each try a RequestId of its own, on its way: then eSMS cannot tell a repeat, and a test that looks for duplicates must find some.
/// </summary>
internal sealed class NewIdPerTry : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = request.Content!;
        var fields = JsonNode.Parse(await body.ReadAsByteArrayAsync(cancellationToken))!;
        fields["RequestId"] = Guid.NewGuid().ToString();
        request.Content = new StringContent(fields.ToJsonString(), Encoding.UTF8, "application/json");
        return await base.SendAsync(request, cancellationToken);
    }
}

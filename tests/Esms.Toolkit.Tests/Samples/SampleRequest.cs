using System.Net.Http.Headers;
using System.Security;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Esms.Tests.Server;
using Microsoft.AspNetCore.WebUtilities;

namespace Esms.Tests.Samples;

/// <summary>
/// Compares requests with published ones, where {{ApiKey}} and {{SecretKey}} stand for the keys, and {{RequestId}} for an id that the client made.
/// </summary>
internal static class SampleRequest
{
    private static readonly Regex MadeRequestId = new(@"RequestId\W+([0-9a-f]{32})\b", RegexOptions.IgnoreCase);

    public static void AssertGet(this ReceivedRequest request, string target)
    {
        var address = ExactAddress.Of($"http://localhost{request.Fill(target, Uri.EscapeDataString)}");
        Assert.Equal(("GET", address.PathAndQuery), (request.Method, request.Target));
        Assert.Null(request.ContentType);
        Assert.Empty(request.Body);
    }

    /// <param name="mediaType">text/plain where the service wants its JSON to call itself so.</param>
    public static void AssertJson(this ReceivedRequest request, string target, string body, string mediaType = "application/json")
    {
        request.AssertPost(target, mediaType);
        SampleJson.AssertSame(request.Fill(body, static key => key), request.Body);
    }

    public static void AssertForm(this ReceivedRequest request, string target, string body)
    {
        request.AssertPost(target, "application/x-www-form-urlencoded");
        Assert.Equal(PairsIn(request.Fill(body, Uri.EscapeDataString)), PairsIn(request.Body));
    }

    public static void AssertXml(this ReceivedRequest request, string target, string body)
    {
        request.AssertPost(target, "text/plain");
        Assert.True(
            XNode.DeepEquals(XElement.Parse(request.Fill(body, static key => SecurityElement.Escape(key)!)), XElement.Parse(request.Body)),
            request.Body
        );
    }

    private static void AssertPost(this ReceivedRequest request, string target, string mediaType)
    {
        Assert.Equal(("POST", target), (request.Method, request.Target));
        var contentType = MediaTypeHeaderValue.Parse(request.ContentType!);
        Assert.Equal((mediaType, "utf-8"), (contentType.MediaType, contentType.CharSet));
    }

    private static string Fill(this ReceivedRequest request, string sample, Func<string, string> encode) =>
        sample
            .Replace("{{RequestId}}", MadeRequestId.Match(request.Target + request.Body).Groups[1].Value, StringComparison.Ordinal)
            .Replace("{{ApiKey}}", encode(Canaries.ApiKey), StringComparison.Ordinal)
            .Replace("{{SecretKey}}", encode(Canaries.SecretKey), StringComparison.Ordinal);

    private static List<string> PairsIn(string form) =>
        [.. QueryHelpers.ParseQuery(form).Select(static pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal)];
}

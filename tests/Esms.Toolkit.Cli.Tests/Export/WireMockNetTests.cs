using System.Text.Json;
using System.Text.Json.Nodes;
using Esms.Cli.Export.Calls;
using Esms.Cli.Tests.Export.Tools;
using Esms.Tests.Contracts;
using Esms.Tests.Samples;
using WireMock.Matchers;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Esms.Cli.Tests.Export;

/// <summary>The calls against WireMock.Net, an HTTP server of .NET's own world: it reads the requests by itself, and has nothing of what we export.</summary>
public sealed class WireMockNetTests
{
    public static TheoryData<string> Operations => [.. SampleCalls.All.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Its_matchers_find_the_published_values_in_the_request(string operation)
    {
        var contract = ContractJson.Of(operation);
        using var server = WireMockServer.Start();
        server.Given(RequestOf(contract)).RespondWith(AnswerOf(contract.Samples[0]["response"]!.ToJsonString()));
        var options = new EsmsOptions
        {
            ApiKey = "api-key",
            SecretKey = "secret-key",
            BaseAddress = new Uri(server.Url!),
            MaxTries = 1,
        };

        var (response, _, _) = await SampleCalls.All[operation].AskAsync(options);

        Assert.Null(response.UnknownMembers);
        Assert.Single(server.LogEntries);
    }

    [Fact]
    public async Task The_client_gets_every_published_answer_refusals_included()
    {
        using var server = WireMockServer.Start();
        foreach (var endpoint in PublishedAnswers.All.Endpoints)
        {
            foreach (var sample in endpoint.Samples)
            {
                var request = AddressOf(ContractJson.Of(endpoint.Operation)).WithHeader("Prefer", $"example={SampleName.Of(endpoint, sample)}");
                server.Given(request).RespondWith(AnswerOf(sample.Response));
            }
        }
        await using var proxy = await PreferProxy.StartAsync(new Uri(server.Url!));

        var (count, failures) = await PublishedAnswers.AskForEachAsync(proxy);

        Assert.Empty(failures);
        Assert.Equal(134, count);
    }

    private static IResponseBuilder AnswerOf(string json) =>
        Response.Create().WithHeader("Content-Type", "application/json; charset=utf-8").WithBody(json);

    /// <summary>Method and path. A part of the path in braces is a value; WireMock.Net says "anything" with an asterisk.</summary>
    private static IRequestBuilder AddressOf(ContractJson contract)
    {
        var path = Uri.UnescapeDataString(new Uri((string)(contract["get"] ?? contract["post"])!).AbsolutePath);
        var pattern = string.Join('/', path.Split('/').Select(static part => part.StartsWith('{') ? "*" : part));
        var request = Request.Create().WithPath(pattern);
        return contract["get"] is null ? request.UsingPost() : request.UsingGet();
    }

    /// <summary>The published request, where the contract has one. It is matched in the ways of WireMock.Net.</summary>
    private static IRequestBuilder RequestOf(ContractJson contract)
    {
        var request = AddressOf(contract);
        if (contract.Samples[0]["request"] is not JsonObject values)
            return request;
        var texts = values
            .Where(static value => value.Value!.GetValueKind() == JsonValueKind.String)
            .Select(static value => (Name: value.Key, Text: (string)value.Value!))
            .ToList();
        if (contract["get"] is not null)
            return texts.Aggregate(request, static (so, value) => so.WithParam(value.Name, value.Text));
        return (string?)contract["body"] switch
        {
            "form" => request.WithBody((IDictionary<string, string>? form) => texts.TrueForAll(value => form![value.Name] == value.Text)),
            "xml" => request.WithBody(
                new XPathMatcher($"/RQST[{string.Join(" and ", texts.Select(static value => $"{value.Name}='{value.Text}'"))}]")
            ),
            _ => request.WithBody(new JsonPartialMatcher(values.ToJsonString())),
        };
    }
}

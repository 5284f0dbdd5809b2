using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Tests;

/// <summary>Every operation that has a contract: its help, and its published requests, which reach the service as they are published.</summary>
public sealed class EveryOperationTests
{
    public static TheoryData<string> Names => [.. OperationCatalog.BuiltIn.Names];

    public static TheoryData<string, string> Samples =>
        [
            .. OperationCatalog.BuiltIn.Names.SelectMany(static name =>
                OperationCatalog
                    .BuiltIn.Get(name)
                    .Endpoint.Samples.Where(static sample => sample.Request is not null)
                    .Select(sample => (name, sample.Name))
            ),
        ];

    [Fact]
    public void There_are_all_of_them() => Assert.Equal(60, OperationCatalog.BuiltIn.Names.Count());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_help_has_every_parameter_with_what_it_is_and_no_key(string name)
    {
        var operation = OperationCatalog.BuiltIn.Get(name);

        var help = Flat((await Desk.RunAsync("call", name, "--help")).AssertEndsWith(0).Output);

        Assert.Contains(Flat(operation.Endpoint.Summary), help, StringComparison.Ordinal);
        var names = operation.Parameters.Where(static field => !field.Sandbox).Select(field => OptionNames.Of(field, operation)).ToList();
        Assert.Equal(names, names.Distinct());
        foreach (var field in operation.Parameters.Where(static field => !field.Sandbox))
        {
            Assert.Contains($" {OptionNames.Of(field, operation)} <", help, StringComparison.Ordinal);
            Assert.Contains(Flat(FieldHelp.Describe(field, operation)), help, StringComparison.Ordinal);
        }
        Assert.Equal(
            operation.Parameters.Any(static field => field.Sandbox),
            help.Contains("--sandbox", StringComparison.Ordinal) && !operation.Endpoint.Request.All(static field => !field.Sandbox)
        );
        Assert.DoesNotContain("--api-key", help, StringComparison.Ordinal);
        Assert.DoesNotContain("--secret-key", help, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_published_request_reaches_the_service_by_body_and_by_options(string name, string sample)
    {
        await using var desk = await Desk.StartAsync();
        var operation = OperationCatalog.BuiltIn.Get(name);
        var published = JsonNode.Parse(operation.Endpoint.Samples.First(item => item.Name == sample).Request!)!.AsObject();

        await desk.CallAsync(["call", name, "--body", published.ToJsonString()]);
        await desk.CallAsync(["call", name, .. Options(operation, published)]);

        Assert.Equal(2, desk.Emulator.Requests.Count);
        foreach (var request in desk.Emulator.Requests)
        {
            Assert.Equal((operation.Endpoint.Route.Path, "main"), (request.Path, request.Account));
            Assert.Empty(request.UnknownFields);
            AssertHas(published, JsonNode.Parse(request.Values)!.AsObject(), operation);
        }
        Assert.Equal(WithoutMadeId(desk.Emulator.Requests[0].Values), WithoutMadeId(desk.Emulator.Requests[1].Values));

        string WithoutMadeId(string values)
        {
            var sent = JsonNode.Parse(values)!.AsObject();
            if (operation.Endpoint.Request.FirstOrDefault(static field => field.IsRepeatKey)?.Wire is { } key && !published.ContainsKey(key))
                sent.Remove(key);
            return sent.ToJsonString();
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_dry_run_shows_the_request_without_keys_and_sends_nothing(string name, string sample)
    {
        await using var desk = await Desk.StartAsync();
        var operation = OperationCatalog.BuiltIn.Get(name);
        var published = operation.Endpoint.Samples.First(item => item.Name == sample).Request!;

        var shown = (await desk.CallAsync("call", name, "--body", published, "--dry-run", "--json", "--base-address", desk.Address)).AssertEndsWith(
            0
        );

        Assert.Empty(desk.Emulator.Requests);
        Assert.Equal(operation.Endpoint.Route.Method, (string?)shown.Json["method"]);
        Assert.StartsWith(desk.Address.TrimEnd('/'), (string?)shown.Json["address"], StringComparison.Ordinal);
        Assert.DoesNotContain("canary", shown.Output, StringComparison.Ordinal);
        Assert.Contains("MASKED", shown.Output, StringComparison.Ordinal);
        if (operation.Endpoint.Body.Kind is BodyKind.Json or BodyKind.JsonAsText)
            AssertHas(JsonNode.Parse(published)!.AsObject(), shown.Json["body"]!.AsObject(), operation);
    }

    /// <summary>An option for each member, as somebody would give it who has only the help.</summary>
    private static IEnumerable<string> Options(Operation operation, JsonObject published)
    {
        foreach (var field in operation.Parameters.Where(field => published.ContainsKey(field.Wire)))
        {
            var value = published[field.Wire]!;
            yield return field.Sandbox ? "--sandbox" : OptionNames.Of(field, operation);
            yield return field.Sandbox ? $"{value.ToString() == "1"}"
            : value is JsonValue ? value.ToString()
            : value.ToJsonString();
        }
    }

    /// <summary>Whether all that is published went out, and nothing else but what is always sent and what stands for what was not given.</summary>
    private static void AssertHas(JsonObject published, JsonObject sent, Operation operation)
    {
        foreach (var (name, value) in published)
            Assert.True(Text(value) == Text(sent[name]), $"{name}: {Text(value)} was published, and {Text(sent[name])} was sent.");
        foreach (var (name, _) in sent.Where(member => !published.ContainsKey(member.Key)))
        {
            var field = operation.Endpoint.Request.Single(field => field.Wire == name);
            Assert.True(
                field.Fixed is not null || field.Default is not null || field.IsRepeatKey || field.Role is FieldRole.ApiKey or FieldRole.SecretKey,
                $"{name} was sent, and is not published."
            );
        }
    }

    /// <summary>A value as text, for it is the same in JSON, in a form and in XML.</summary>
    private static string Text(JsonNode? node) =>
        node switch
        {
            null => "nothing",
            JsonArray { Count: 1 } list => Text(list[0]),
            JsonArray list => string.Join(',', list.Select(Text)),
            JsonObject item => string.Join(
                ',',
                item.OrderBy(static member => member.Key, StringComparer.Ordinal).Select(static member => $"{member.Key}={Text(member.Value)}")
            ),
            _ => node.ToString(),
        };

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

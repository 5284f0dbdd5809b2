using Esms.Tests.Server;
using Microsoft.AspNetCore.WebUtilities;

namespace Esms.Tests.Calls;

public sealed class RequestTests
{
    [Fact]
    public async Task The_request_is_the_published_one()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        var options = server.Options;
        options.ApiKey = "key";
        options.SecretKey = "secret";

        await options.GetSendStatusAsync();

        var request = Assert.Single(server.Received);
        Assert.Equal("GET", request.Method);
        Assert.Equal($"/MainService.svc/json/GetSendStatus?RefId={Answers.SmsId}&ApiKey=key&SecretKey=secret", request.Target);
    }

    [Theory]
    [InlineData("a&b=c")]
    [InlineData("100%25")]
    [InlineData("%41")]
    [InlineData("1+1 = 2")]
    [InlineData(" leading and trailing ")]
    [InlineData("Đường Nguyễn Huệ 🇻🇳")]
    [InlineData("#fragment?query/../..")]
    [InlineData("\"quotes\" <tags> \\ | ^ ` { } [ ]")]
    [InlineData("line\r\nbreak\ttab\u0000")]
    [InlineData(".")]
    public async Task Values_arrive_exactly_as_given(string value)
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);

        await server.Options.GetSendStatusAsync(value);

        var request = Assert.Single(server.Received);
        Assert.Equal(value, request.Query["RefId"]);
        Assert.Equal(Canaries.ApiKey, request.Query["ApiKey"]);
        Assert.Equal(Canaries.SecretKey, request.Query["SecretKey"]);
    }

    [Fact]
    public async Task Every_character_arrives()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        using var esms = new EsmsClient(server.Options);
        var characters = Enumerable.Range(0, 0x2100).Concat(Enumerable.Range(0x1E00, 0x100)).Concat(Enumerable.Range(0x1F600, 64));

        foreach (var chunk in characters.Chunk(200))
        {
            var value = string.Concat(chunk.Select(char.ConvertFromUtf32));
            await esms.Messages.GetSendStatusAsync(value, TestContext.Current.CancellationToken);
            Assert.Equal(ExactAddress.Kept(value), server.Received.Last().Query["RefId"]);
        }
    }

    [Fact]
    public async Task A_long_text_arrives_in_a_form()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "1" }""");
        using var esms = new EsmsClient(server.Options);
        var text = string.Concat(Enumerable.Repeat("ệ🇻🇳 + ", 10_000));

#pragma warning disable CS0618 // Deprecated, and it has to work for as long as it is there.
        await esms.Sms.SendCustomerCareFormAsync(
            new()
            {
                Phone = "0901888484",
                Brandname = "Baotrixemay",
                Content = text,
            },
            TestContext.Current.CancellationToken
        );
#pragma warning restore CS0618

        Assert.Equal(text, QueryHelpers.ParseQuery(Assert.Single(server.Received).Body)["Content"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_required_value_that_is_missing_is_named_and_nothing_is_sent(string? value)
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => server.Options.GetSendStatusAsync(value!));

        Assert.Equal("SmsId", exception.ParamName);
        Assert.StartsWith("SmsId is required", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_base_address_may_have_a_path()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        var options = server.Options;
        options.BaseAddress = new Uri(options.BaseAddress!, "/proxy/esms/");

        await options.GetSendStatusAsync();

        Assert.StartsWith("/proxy/esms/MainService.svc/json/GetSendStatus?", Assert.Single(server.Received).Target, StringComparison.Ordinal);
    }
}

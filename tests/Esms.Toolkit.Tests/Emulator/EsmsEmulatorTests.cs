using Esms.Emulator;
using Esms.Tests.Server;

namespace Esms.Tests.Emulator;

public sealed class EsmsEmulatorTests
{
    [Fact]
    public async Task It_answers_with_the_published_sample()
    {
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var status = await emulator.Options.GetSendStatusAsync();

        Assert.Equal((Answers.SmsId, SendStatus.Finished, 850.0000m), (status.SmsId, status.SendStatus, status.TotalPrice));
    }

    [Theory]
    [InlineData("wrong", null)]
    [InlineData(null, "wrong")]
    public async Task It_refuses_wrong_keys_in_the_published_shape(string? apiKey, string? secretKey)
    {
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var options = emulator.Options;
        options.ApiKey = apiKey ?? options.ApiKey;
        options.SecretKey = secretKey ?? options.SecretKey;

        var refusal = await Assert.ThrowsAsync<EsmsApiException>(() => options.GetSendStatusAsync("any id"));

        Assert.Equal(EsmsResultCode.WrongCredentials, refusal.Code);
        Assert.Equal("any id", ((GetSendStatusResponse)refusal.Response).SmsId);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("47756317-0cbe-494a-9d02-c85703a1baff20")]
    public async Task It_does_not_know_other_ids(string smsId)
    {
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<EsmsApiException>(() => emulator.Options.GetSendStatusAsync(smsId));

        Assert.Equal(EsmsResultCode.NotFound, refusal.Code);
        Assert.Equal(smsId, ((GetSendStatusResponse)refusal.Response).SmsId);
    }

    /// <summary>The page publishes no refusal with this code, but others.</summary>
    [Fact]
    public async Task A_refusal_in_the_shape_of_another_has_not_its_words()
    {
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var esms = new EsmsClient(emulator.Options);

        var refusal = await Assert.ThrowsAsync<EsmsApiException>(() =>
            esms.Messages.GetMessageDetailsAsync("unknown", TestContext.Current.CancellationToken)
        );

        Assert.Equal((EsmsResultCode.NotFound, null), (refusal.Code, refusal.ServiceMessage));
    }

    [Fact]
    public async Task It_takes_keys_of_its_users_and_several_run_at_once()
    {
        await using var one = await EsmsEmulator.StartAsync(
            new EsmsEmulatorOptions { ApiKey = "one", SecretKey = "first" },
            TestContext.Current.CancellationToken
        );
        await using var two = await EsmsEmulator.StartAsync(
            new EsmsEmulatorOptions { ApiKey = "two", SecretKey = "second" },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(Answers.SmsId, (await one.Options.GetSendStatusAsync()).SmsId);
        Assert.Equal(Answers.SmsId, (await two.Options.GetSendStatusAsync()).SmsId);
        Assert.NotEqual(one.BaseAddress, two.BaseAddress);
    }

    [Fact]
    public async Task It_takes_any_send_and_knows_its_id_afterwards()
    {
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var esms = new EsmsClient(emulator.Options);
        var request = new SendCustomerCareRequest
        {
            Content = "1234 la ma cua ban",
            Phone = "0987654321",
            Brandname = "Baotrixemay",
        };

        var sent = await esms.Sms.SendCustomerCareAsync(request, TestContext.Current.CancellationToken);
        emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        var status = await esms.Messages.GetSendStatusAsync(sent.SmsId, TestContext.Current.CancellationToken);

        Assert.Equal((sent.SmsId, SendStatus.Finished), (status.SmsId, status.SendStatus));
    }

    [Fact]
    public async Task It_answers_next_what_it_is_told_and_keeps_that_from_wrong_keys()
    {
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        emulator.AnswerNext("SendCustomerCare", "unknown brandname");
        emulator.AnswerNext("SendCustomerCare", "text matches no template");
        var wrong = emulator.Options;
        wrong.ApiKey = "wrong";

        var codes = new List<EsmsResultCode>();
        foreach (var options in new[] { wrong, emulator.Options, emulator.Options })
            codes.Add((await Assert.ThrowsAsync<EsmsApiException>(() => SendAsync(options))).Code);
        var accepted = await SendAsync(emulator.Options);

        Assert.Equal([EsmsResultCode.WrongCredentials, EsmsResultCode.UnknownBrandname, EsmsResultCode.TemplateMismatch], codes);
        Assert.Equal("d533459ee42b2b9525ba9eabf6a8156", accepted.SmsId);

        static async Task<SendCustomerCareResponse> SendAsync(EsmsOptions options) =>
            (SendCustomerCareResponse)await ((Samples.ISampleCall)Samples.SendCustomerCareTests.Call).CallAsync(options);
    }

    [Theory]
    [InlineData("SendPigeon", "accepted", "No contract has the operation SendPigeon.")]
    [InlineData("GetBalance", "rich", "GetBalance has no sample with this name; it has: ")]
    public async Task What_it_cannot_be_told_it_says(string operation, string sample, string message)
    {
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var exception = Assert.Throws<ArgumentException>(() => emulator.AnswerNext(operation, sample));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SomethingElseAltogether", ".")]
    [InlineData("GetSendStats", "; did you mean '/MainService.svc/json/GetSendStatus'?")]
    public async Task What_no_contract_describes_is_not_found(string name, string end)
    {
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = emulator.BaseAddress };

        using var answer = await http.GetAsync(new Uri($"/MainService.svc/json/{name}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(
            $"No contract has GET /MainService.svc/json/{name}{end}",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_wrong_contract_stops_the_start_and_says_where()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "Wrong.esms.json"),
                "{\n  \"operation\": ]",
                TestContext.Current.CancellationToken
            );

            var exception = await Assert.ThrowsAsync<InvalidDataException>(() =>
                EsmsEmulator.StartAsync(new EsmsEmulatorOptions { ContractFolder = folder.FullName }, TestContext.Current.CancellationToken)
            );

            Assert.EndsWith("Wrong.esms.json(2,16): ESMS001: Unexpected ']'; expected a value.", exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

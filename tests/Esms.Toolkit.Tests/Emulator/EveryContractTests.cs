using System.Text.Json;
using System.Text.Json.Nodes;
using Esms.Emulator;
using Esms.Tests.Samples;
using Esms.Tests.Server;

namespace Esms.Tests.Emulator;

/// <summary>One call of each operation against the emulator, which answers with the samples of the contracts.</summary>
public sealed class EveryContractTests
{
    private static readonly JsonDocumentOptions ContractJson = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly Dictionary<string, ISampleCall> Calls = new(StringComparer.Ordinal)
    {
        ["GetBalance"] = GetBalanceTests.Call,
        ["GetBrandnames"] = GetBrandnamesTests.Call,
        ["GetCallStatus"] = GetCallStatusTests.Call,
        ["GetMessageDetails"] = GetMessageDetailsTests.Call,
        ["GetSendStatus"] = new SampleCall<GetSendStatusResponse>(
            EsmsJsonContext.Default.GetSendStatusResponse, Answers.Finished, static (esms, cancellation) => esms.Messages.GetSendStatusAsync(Answers.SmsId, cancellation)),
        ["GetSentMessages"] = GetSentMessagesTests.Call,
        ["GetZaloCallbacks"] = GetZaloCallbacksTests.Call,
        ["SendCustomerCare"] = SendCustomerCareTests.Call,
        ["SendCustomerCareForm"] = SendCustomerCareFormTests.Call,
        ["SendCustomerCareXml"] = SendCustomerCareXmlTests.Call,
        ["SendZaloButtons"] = SendZaloButtonsTests.Call,
        ["SendZaloTemplate"] = SendZaloTemplateTests.Call,
        ["SendZaloTemplateV5"] = SendZaloTemplateV5Tests.Call,
        ["SendZaloThenSms"] = SendZaloThenSmsTests.Call,
    };

    public static TheoryData<string> Operations => [.. Calls.Keys];

    [Fact]
    public void No_contract_is_without_a_call() => Assert.Equal(Contracts().Order(StringComparer.Ordinal), Calls.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_sample_is_answered(string operation)
    {
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        await Calls[operation].CallAsync(emulator.Options);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_wrong_key_is_refused_as_published(string operation)
    {
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var options = emulator.Options;
        options.SecretKey = "wrong";

        var refusal = await Assert.ThrowsAsync<EsmsApiException>(() => Calls[operation].CallAsync(options));

        Assert.Equal((EsmsResultCode.WrongCredentials, operation), (refusal.Code, refusal.Operation));
        // These two pages publish no text.
        var text = operation is "GetSendStatus" or "GetZaloCallbacks" ? null : "Authorize Failed";
        Assert.Equal(text, refusal.ServiceMessage?.TrimEnd('.'));
    }

    /// <summary>The operations that the emulator has contracts of; files with types only have none.</summary>
    private static IEnumerable<string> Contracts()
    {
        var assembly = typeof(EsmsEmulator).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.EndsWith(".esms.json", StringComparison.Ordinal)))
        {
            using var contract = assembly.GetManifestResourceStream(name)!;
            if (JsonNode.Parse(contract, documentOptions: ContractJson)!["operation"] is { } operation)
                yield return operation.GetValue<string>();
        }
    }
}

using Esms.Emulator;
using Esms.Tests.Contracts;
using Esms.Tests.Samples;

namespace Esms.Tests.Emulator;

/// <summary>One call of each operation against the emulator, which answers with the samples of the contracts.</summary>
public sealed class EveryContractTests
{
    public static TheoryData<string> Operations => [.. SampleCalls.All.Keys];

    [Fact]
    public void No_contract_is_without_a_call() =>
        Assert.Equal(
            ContractJson.All.Select(static contract => contract.Operation).Order(StringComparer.Ordinal),
            SampleCalls.All.Keys.Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_sample_is_answered(string operation)
    {
        // The balance that its page shows; all else is there by itself.
        await using var emulator = await EsmsEmulator.StartAsync(new EsmsEmulatorOptions { Balance = 36693 }, TestContext.Current.CancellationToken);

        // What a look-up lists is enforced, so by default it lists nothing; the published lists have to be asked for.
        if (operation is "GetSmsTemplates" or "GetZaloTemplates")
            emulator.AnswerNext(operation, (string)ContractJson.Of(operation).Samples[0]["name"]!);

        await SampleCalls.All[operation].CallAsync(emulator.Options);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_wrong_key_is_refused_as_published(string operation)
    {
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var options = emulator.Options;
        options.SecretKey = "wrong";

        var refusal = await Assert.ThrowsAsync<EsmsApiException>(() => SampleCalls.All[operation].CallAsync(options));

        Assert.Equal((EsmsResultCode.WrongCredentials, operation), (refusal.Code, refusal.Operation));
        Assert.Equal(ContractJson.Of(operation).MessageOf(EsmsResultCode.WrongCredentials), refusal.ServiceMessage);
    }
}

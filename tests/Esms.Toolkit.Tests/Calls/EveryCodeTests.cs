using System.Globalization;
using System.Text.Json.Nodes;
using Esms.Tests.Contracts;
using Esms.Tests.Samples;
using Esms.Tests.Server;

namespace Esms.Tests.Calls;

/// <summary>Answers that no page shows and the table of codes promises: any code, for any operation.</summary>
public sealed class EveryCodeTests
{
    /// <summary>One that no table has: the list of codes is not closed.</summary>
    private const EsmsResultCode Unlisted = (EsmsResultCode)98_765;

    public static TheoryData<string> Operations => [.. ContractJson.All.Select(static contract => contract.Operation)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Any_code_is_a_typed_refusal_with_and_without_words_and_with_members_of_tomorrow(string operation)
    {
        var contract = ContractJson.Of(operation);
        var answer = string.Empty;
        await using var server = await LoopbackServer.StartAsync(context =>
            context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(answer)).AsTask()
        );

        foreach (var code in Enum.GetValues<EsmsResultCode>().Except(contract.Successes).Append(Unlisted))
        {
            foreach (var message in new[] { null, "Vì sao: \"không\"" })
            {
                foreach (var (wire, isText) in contract.RefusalCodes)
                {
                    var members = new JsonObject
                    {
                        ["brandnew"] = new JsonArray(1, "x"),
                        [wire] = isText ? ((int)code).ToString(CultureInfo.InvariantCulture) : (int)code,
                    };
                    if (contract.Message is { } member && message is not null)
                        members[member] = message;
                    answer = members.ToJsonString();

                    var (response, _, isRefusal) = await SampleCalls.All[operation].AskAsync(server.Options);

                    // Only this very send can have used an id that the client has just made.
                    var isOwnDuplicate =
                        code == EsmsResultCode.DuplicateRequestId
                        && response is EsmsSendResponse { SentRequestId: { } id }
                        && Guid.TryParseExact(id, "N", out _);
                    Assert.Equal((!isOwnDuplicate, isOwnDuplicate), (isRefusal, response is EsmsSendResponse { WasAlreadyAccepted: true }));
                    Assert.Equal((code, contract.Message is null ? null : message), (response.ResultCode, response.ServiceMessage));
                    Assert.Equal("[1,\"x\"]", Assert.Single(response.UnknownMembers!).Value);
                }
            }
        }
    }
}

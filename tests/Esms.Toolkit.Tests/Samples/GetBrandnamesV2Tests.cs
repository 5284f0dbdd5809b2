namespace Esms.Tests.Samples;

public sealed class GetBrandnamesV2Tests
{
    internal static readonly SampleCall<GetBrandnamesV2Response> Call = new(
        EsmsJsonContext.Default.GetBrandnamesV2Response,
        """
        {
            "CodeResponse": "100",
            "ListBrandName": [
                { "Brandname": "Baotrixemay", "Type": 2, "ServiceId": "1001" },
                { "Brandname": "QC_ONLINE", "Type": 1, "ServiceId": "1002" },
                { "Brandname": "BAT DONG SAN GIA TOT", "Type": 23, "ServiceId": "1003" }
            ]
        }
        """,
        static (esms, cancellation) => esms.Account.GetBrandnamesV2Async(cancellation)
    );

    [Fact]
    public async Task The_keys_are_in_the_path() =>
        (await Call.RequestAsync()).AssertGet("/MainService.svc/json/GetListBrandnameV2/{{ApiKey}}/{{SecretKey}}");

    [Fact]
    public async Task The_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(
            [
                ("Baotrixemay", MessageType.CustomerCare, "1001"),
                ("QC_ONLINE", MessageType.Advertising, "1002"),
                ("BAT DONG SAN GIA TOT", MessageType.Viber, "1003"),
            ],
            answer.Brandnames.Select(static brandname => (brandname.Brandname, brandname.Type!.Value, brandname.ServiceId!))
        );
    }

    [Fact]
    public async Task A_refusal_has_its_code_at_another_place()
    {
        var refusal = await Call.RefusalAsync("""{ "CodeResult": "101", "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed");

        Assert.Null(refusal.Brandnames);
    }
}

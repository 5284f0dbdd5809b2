namespace Esms.Tests.Samples;

public sealed class GetBrandnamesTests
{
    internal static readonly SampleCall<GetBrandnamesResponse> Call = new(
        EsmsJsonContext.Default.GetBrandnamesResponse,
        """
        {
            "CodeResponse": "100",
            "ListBrandName": [
                { "Brandname": "Baotrixemay", "Type": 2 },
                { "Brandname": "QC_ONLINE", "Type": 1 },
                { "Brandname": "BAT DONG SAN GIA TOT", "Type": 23 }
            ]
        }
        """,
        static (esms, cancellation) => esms.Account.GetBrandnamesAsync(cancellation)
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertGet("/MainService.svc/json/GetListBrandname/{{ApiKey}}/{{SecretKey}}");

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(
            [("Baotrixemay", MessageType.CustomerCare), ("QC_ONLINE", MessageType.Advertising), ("BAT DONG SAN GIA TOT", MessageType.Viber)],
            answer.Brandnames.Select(static brandname => (brandname.Brandname, brandname.Type!.Value))
        );
        Assert.All(answer.Brandnames, static brandname => Assert.Null(brandname.UnknownMembers));
    }

    [Fact]
    public async Task The_published_refusal_has_its_code_at_another_place()
    {
        var refusal = await Call.RefusalAsync("""{ "CodeResult": "101", "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed");

        Assert.Null(refusal.Brandnames);
    }
}

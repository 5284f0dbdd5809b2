using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Esms.Tests.Server;

namespace Esms.Tests.Json;

public sealed class EsmsJsonContextTests
{
    public static TheoryData<string> Documents =>
        new(
            Answers.Finished,
            Answers.WrongKeys,
            """{"CodeResponse":"100","SMSID":"x","SendFailed":"3","SendStatus":7,"TotalPrice":"850.0000"}""",
            """{"SMSID":"Đường \u0000 \ud83d\ude00 <b>&'\"","CodeResponse":"852","Neu":[{}],"TotalPrice":12678967.543233,"PhoneFailList":"0901888484"}""",
            """{"CodeResponse":"100","SMSID":"a","SMSID":"b","SendFailed":null,"TotalSent":-2147483648}"""
        );

    [Theory]
    [MemberData(nameof(Documents))]
    public void It_reads_what_System_Text_Json_reads(string document)
    {
        var ours = JsonSerializer.Deserialize(document, EsmsJsonContext.Default.GetSendStatusResponse)!;
        var theirs = JsonSerializer.Deserialize(document, HandWrittenContext.Default.HandWritten)!;

        Assert.Equal(theirs.CodeResponse, ((int)ours.ResultCode).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(
            (
                theirs.SmsId,
                theirs.SendFailed,
                theirs.SendStatus,
                theirs.SendSuccess,
                theirs.TotalPrice,
                theirs.TotalReceivers,
                theirs.TotalSent,
                theirs.FailedPhones
            ),
            (ours.SmsId, ours.SendFailed, ours.SendStatus, ours.SendSuccess, ours.TotalPrice, ours.TotalReceivers, ours.TotalSent, ours.FailedPhones)
        );
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void It_writes_what_System_Text_Json_writes(string document)
    {
        var ours = JsonSerializer.Deserialize(document, EsmsJsonContext.Default.GetSendStatusResponse)!;
        var theirs = JsonSerializer.Deserialize(document, HandWrittenContext.Default.HandWritten)!;

        Assert.Equal(
            JsonSerializer.Serialize(theirs, HandWrittenContext.Default.HandWritten),
            JsonSerializer.Serialize(ours, EsmsJsonContext.Default.GetSendStatusResponse)
        );
    }

    [Theory]
    [InlineData(Answers.Finished)]
    [InlineData(Answers.WrongKeys)]
    [InlineData("""{"error":"Invalid request"}""")]
    public void A_published_answer_survives_the_round_trip_to_the_letter(string document)
    {
        var value = JsonSerializer.Deserialize(document, EsmsJsonContext.Default.GetSendStatusResponse)!;

        var written = JsonSerializer.Serialize(value, EsmsJsonContext.Default.GetSendStatusResponse);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(document), JsonNode.Parse(written)), written);
        Assert.Equal(document.Contains("850.0000", StringComparison.Ordinal), written.Contains("850.0000", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_works_in_a_users_chain_and_from_a_stream()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        options.TypeInfoResolverChain.Add(EsmsJsonContext.Default);
        options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
        var history = string.Join(',', Enumerable.Repeat(Answers.Finished, 500));
        using var stream = new MemoryStream(
            Encoding.UTF8.GetBytes($$"""{"title":"Tháng 11","status":{{Answers.Finished}},"history":[{{history}}]}""")
        );

        var report = (await JsonSerializer.DeserializeAsync<Report>(stream, options, TestContext.Current.CancellationToken))!;

        Assert.Equal(Answers.SmsId, report.Status!.SmsId);
        Assert.Equal(500, report.History!.Count);
        Assert.All(report.History, static status => Assert.Equal(850m, status.TotalPrice));
        var again = JsonSerializer.Deserialize<Report>(JsonSerializer.Serialize(report, options), options)!;
        Assert.Equal((report.Title, 850m), (again.Title, again.History![499].TotalPrice));
    }

    [Theory]
    [InlineData("""{"CodeResponse":"100","SMSID":[],"TotalSent":[]}""", "SMSID")]
    [InlineData("""{"CodeResponse":"100"}""", "SMSID")]
    [InlineData("""{"SMSID":"1"}""", "CodeResponse")]
    public void An_error_names_the_field(string document, string field)
    {
        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(document, EsmsJsonContext.Default.GetSendStatusResponse));
        Assert.Contains(field, exception.Message, StringComparison.Ordinal);

        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(EsmsJsonContext.Default, new DefaultJsonTypeInfoResolver()),
        };
        var inside = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Report>($$"""{"Title":"x","Status":{{document}}}""", options));
        Assert.Contains(field, inside.Message, StringComparison.Ordinal);
        Assert.Equal("$.Status", inside.Path);
    }

    [Fact]
    public void It_knows_its_own_types_and_no_others()
    {
        Assert.NotNull(EsmsJsonContext.Default.GetTypeInfo(typeof(GetSendStatusResponse)));
        Assert.Null(EsmsJsonContext.Default.GetTypeInfo(typeof(Report)));
        Assert.Equal("null", JsonSerializer.Serialize(null, EsmsJsonContext.Default.GetSendStatusResponse!));
        Assert.Null(JsonSerializer.Deserialize("null", EsmsJsonContext.Default.GetSendStatusResponse));
    }

    [Fact]
    public void A_context_takes_the_options_of_its_user()
    {
        var context = new EsmsJsonContext(new JsonSerializerOptions { WriteIndented = true });

        var written = JsonSerializer.Serialize(new GetSendStatusResponse { SmsId = "1" }, context.GetSendStatusResponse);

        Assert.Equal("{\n  \"CodeResponse\": \"100\",\n  \"SMSID\": \"1\"\n}", written.ReplaceLineEndings("\n"));
    }
}

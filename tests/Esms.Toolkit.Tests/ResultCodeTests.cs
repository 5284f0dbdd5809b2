using System.Text.Json.Nodes;

namespace Esms.Tests;

public sealed class ResultCodeTests
{
    [Fact]
    public void Every_code_of_the_table_has_a_name_and_two_explanations()
    {
        var table = JsonNode.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "contracts", "shared", "ResultCodes.esms.json")),
            documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip }
        )!["codeTable"]!.AsObject();

        Assert.Equal(table.Count, Enum.GetValues<EsmsResultCode>().Length);
        foreach (var (code, row) in table)
        {
            var value = Enum.Parse<EsmsResultCode>(row!["name"]!.GetValue<string>());
            Assert.Equal(code, ((int)value).ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(row["summary"]!.GetValue<string>(), value.ToEnglish());
            Assert.Equal(row["vietnamese"]!.GetValue<string>(), value.ToVietnamese());
            Assert.Equal(row["canRetry"]?.GetValue<bool>() ?? false, value.CanRetry());
        }
    }

    [Fact]
    public void A_code_without_a_name_is_no_trouble()
    {
        const EsmsResultCode Unheard = (EsmsResultCode)98765;

        Assert.Null(Unheard.ToEnglish());
        Assert.Null(Unheard.ToVietnamese());
        Assert.False(Unheard.CanRetry());
    }
}

using System.Text;

namespace Esms.Cli.Tests.Import;

/// <summary>Names that announce a secret: in Vietnamese, in any form of its letters, and of any service.</summary>
public sealed class SecretNameImportTests : SecretImport
{
    private const string Password = "hunter2pass";

    /// <summary>The program as it is shipped has no ICU, which tests have.</summary>
    [Theory]
    [InlineData("json", "{\"CodeResult\":\"100\",\"Mật khẩu\":\"hunter2pass\"}")]
    [InlineData("curl", "curl 'https://rest.esms.vn/json/GetThing' -d '{\"MẬT KHẨU\":\"hunter2pass\"}'")]
    [InlineData(
        "curl",
        "Invoke-RestMethod -Uri 'https://rest.esms.vn/json/GetThing' -Method Post -Body (@{ 'mật_khẩu' = 'hunter2pass' } | ConvertTo-Json)"
    )]
    public async Task The_program_hides_what_is_under_Vietnamese_names(string kind, string input)
    {
        var run = await EsmsProcess.RunAsync(["contracts", "import", kind, Write("in.txt", input)]);

        Assert.InRange(run.ExitCode, 0, 1);
        AssertKept(run.Output, run.Error, Password);
    }

    /// <summary>Else these tests would read letters as the shipped program does not.</summary>
    [Fact]
    public void These_tests_run_with_the_globalization_of_the_program() => Assert.Equal("a\u0301", "a\u0301".Normalize(NormalizationForm.FormC));

    [Theory]
    [InlineData("mật khẩu")]
    [InlineData("tòken")]
    [InlineData("sécret")]
    [InlineData("Khóa API")]
    [InlineData("khóa bí mật")]
    [InlineData("Mã bảo mật")]
    [InlineData("mã_pin")]
    [InlineData("ＡｐｉＫｅｙ")]
    [InlineData("bi_mat")]
    [InlineData("ma_bao_mat")]
    [InlineData("khoa_api")]
    [InlineData("LoginKey")]
    [InlineData("PartnerKey")]
    [InlineData("SmsKey")]
    [InlineData("BrandKey")]
    [InlineData("accountkey")]
    [InlineData("checksumkey")]
    [InlineData("hashkey")]
    [InlineData("sessionkey")]
    [InlineData("passkey")]
    [InlineData("key1")]
    [InlineData("AccessCode")]
    [InlineData("SecurityCode")]
    [InlineData("PinCode")]
    [InlineData("pin")]
    [InlineData("authcode")]
    [InlineData("authdata")]
    [InlineData("userpass")]
    [InlineData("loginpass")]
    [InlineData("apipass")]
    [InlineData("pw")]
    [InlineData("p@ssword")]
    [InlineData("pa$$word")]
    [InlineData("p%61ssword")]
    public void A_name_of_a_secret_is_known_with_and_without_marks(string name)
    {
        foreach (var form in new[] { name, name.ToUpperInvariant(), Decomposed(name) })
        {
            var (_, contract, told) = Import(
                $$"""curl https://rest.esms.vn/json/GetThing -d '{"{{form}}":"{{Password}}1"}'""",
                $$"""{"CodeResult":"100","{{form}}":"{{Password}}"}"""
            );

            AssertKept(contract, told, Password);
            Assert.Contains("answer.json(1,", told, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("keyword")]
    [InlineData("Monkey")]
    [InlineData("Compass")]
    [InlineData("Author")]
    [InlineData("campaign")]
    [InlineData("Pinned")]
    [InlineData("Design")]
    public void A_name_that_only_sounds_like_one_keeps_its_value(string name)
    {
        var (code, contract, _) = Import("curl https://rest.esms.vn/json/GetThing", $$"""{"CodeResult":"100","{{name}}":"two words"}""");

        Assert.Equal(0, code);
        Assert.Contains("two words", contract, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mat khau cua ban la hunter2pass")]
    [InlineData("Mật khẩu của bạn là: hunter2pass")]
    [InlineData("MẬT KHẨU: hunter2pass")]
    [InlineData("Tài khoản admin mật khẩu hunter2pass")]
    [InlineData("Mã pin của bạn là hunter2pass")]
    [InlineData("Authorize Failed for me with password hunter2pass")]
    [InlineData("your password for admin is hunter2pass")]
    [InlineData("the old token hunter2pass")]
    [InlineData("PIN=hunter2pass")]
    [InlineData("<input type='password' value='hunter2pass'>")]
    [InlineData("<input value='hunter2pass' name='token'/>")]
    public void A_sentence_that_says_a_password_is_hidden(string note)
    {
        foreach (var form in new[] { note, Decomposed(note) })
        {
            var (code, contract, told) = Import("curl https://rest.esms.vn/json/GetThing", $$"""{"CodeResult":"100","Note":"{{form}}"}""");

            Assert.Equal(0, code);
            AssertKept(contract, told, Password);
        }
    }

    [Theory]
    [InlineData("xoxb-123456789012-abcdefABCDEF")]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("ghp_abc123XYZ9")]
    [InlineData("sk_live_4eC39HqLyj")]
    public void A_key_is_known_by_how_its_service_begins_it(string key)
    {
        var (_, contract, told) = Import($"curl https://x.vn/GetThing/{key}");
        AssertKept(contract, told, key);

        (_, contract, told) = Import("curl https://rest.esms.vn/json/GetThing", $$"""{"CodeResult":"100","Note":"{{key}}"}""");
        AssertKept(contract, told, key);
    }

    [Fact]
    public void The_type_of_a_pair_is_the_name_of_its_value()
    {
        var (_, contract, told) = Import("curl https://rest.esms.vn/json/GetThing", """{"CodeResult":"100","type":"token","value":"hunter2pass"}""");

        AssertKept(contract, told, Password);
    }

    /// <summary>Letters with their marks behind them, as macOS writes them in names of files. Normalize does nothing here.</summary>
    private static string Decomposed(string text) =>
        text.Replace("ậ", "a\u0323\u0302", StringComparison.Ordinal)
            .Replace("ẩ", "a\u0302\u0309", StringComparison.Ordinal)
            .Replace("Ậ", "A\u0323\u0302", StringComparison.Ordinal)
            .Replace("Ẩ", "A\u0302\u0309", StringComparison.Ordinal)
            .Replace("ã", "a\u0303", StringComparison.Ordinal)
            .Replace("ó", "o\u0301", StringComparison.Ordinal)
            .Replace("í", "i\u0301", StringComparison.Ordinal)
            .Replace("é", "e\u0301", StringComparison.Ordinal)
            .Replace("ò", "o\u0300", StringComparison.Ordinal)
            .Replace("ủ", "u\u0309", StringComparison.Ordinal)
            .Replace("ạ", "a\u0323", StringComparison.Ordinal)
            .Replace("à", "a\u0300", StringComparison.Ordinal);
}

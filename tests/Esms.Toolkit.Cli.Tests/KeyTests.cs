namespace Esms.Cli.Tests;

/// <summary>Keys: where they come from, and that they are in nothing that is printed.</summary>
public sealed class KeyTests
{
    private static readonly (string, string?)[] Environment = [("ESMS_API_KEY", EsmsProcess.ApiKey), ("ESMS_SECRET_KEY", EsmsProcess.SecretKey)];

    [Fact]
    public async Task The_environment_has_them()
    {
        await using var desk = await Desk.StartAsync();

        var balance = (await EsmsProcess.RunAsync(["balance", "--base-address", desk.Address], "", Environment)).AssertEndsWith(0);

        Assert.Equal("10.000.000 đồng\n", balance.Output);
    }

    [Fact]
    public async Task A_file_that_the_environment_names_has_them_and_others_that_can_read_it_are_warned_of()
    {
        await using var desk = await Desk.StartAsync();
        (string, string?)[] named = [("ESMS_OPTIONS_FILE", desk.OptionsFile)];

        var balance = (await EsmsProcess.RunAsync(["balance"], "", named)).AssertEndsWith(0);
        Assert.Empty(balance.Error);

        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(desk.OptionsFile, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        balance = (await EsmsProcess.RunAsync(["balance"], "", named)).AssertEndsWith(0);
        Assert.Equal(
            $"Warning: Others on this machine can read or change {desk.OptionsFile}, and the keys in it. chmod 600 {desk.OptionsFile} prevents that.\n",
            balance.Error
        );
    }

    [Fact]
    public async Task Without_them_and_without_a_terminal_the_ways_to_give_them_are_told()
    {
        var balance = (await EsmsProcess.RunAsync(["balance"])).AssertEndsWith(2);

        Assert.Contains("ESMS_API_KEY is not set.\nSet ESMS_API_KEY and ESMS_SECRET_KEY, or name a file", balance.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_settings_of_an_application_are_an_options_file()
    {
        await using var desk = await Desk.StartAsync();
        desk.WriteOptions(
            $$"""
            {
              // As in appsettings.json, with another account inside.
              "Logging": { "LogLevel": { "Default": "Information" } },
              "AllowedHosts": "*",
              "esms": {
                "apiKey": "{{EsmsProcess.ApiKey}}",
                "SecretKey": "{{EsmsProcess.SecretKey}}",
                "BaseAddress": "{{desk.Address}}",
                "RetryDelay": "00:00:00.100",
                "ConnectTimeout": "00:00:05",
                "MaxResponseBytes": 1000000,
                "Otp": { "ApiKey": "another", "SecretKey": "another" },
              },
            }
            """
        );

        var balance = (await desk.CallAsync("balance")).AssertEndsWith(0);

        Assert.Equal("10.000.000 đồng\n", balance.Output);
    }

    [Theory]
    [InlineData("""{ "Esms": { "ApiKey": "canary-1", "SecretKey": "canary-2", "RetryDelai": "00:00:01" } }""", "did you mean 'RetryDelay'?")]
    [InlineData(
        """{ "Esms": { "ApiKey": "canary-1", "SecretKey": "canary-2", "RetryDelay": { "Otp": "x" } } }""",
        "'RetryDelay' cannot have this value"
    )]
    [InlineData("""{ "ApiKey": "canary-1", "SecretKey": canary-2 }""", "is wrong in line 1, column 38: this is no JSON.")]
    [InlineData("""{ "ApiKey": "canary-1", "Secret": "canary-2" }""", "there is no option 'Secret'")]
    [InlineData("""{ "ApiKei": "canary-1" }""", "there is no option 'ApiKei'; did you mean 'ApiKey'?\n")]
    [InlineData("""{ "ApiKey": "canary-1", "apikey": "canary-2" }""", "line 1, column 26: 'ApiKey' is there twice; remove one of them.")]
    [InlineData("""{ "Esms": { "ApiKey": "canary-1" }, "Esms:ApiKey": "canary-2" }""", "line 1, column 38: 'ApiKey' is there twice")]
    [InlineData("""{ "Esms:ApiKei": "canary-1" }""", "there is no option 'ApiKei'; did you mean 'ApiKey'?\n")]
    [InlineData("""{ "ApiKey": "canary-1", "SecretKey": "canary-2", "Timeout": "1" }""", "column 61: a number alone means days for 'Timeout'")]
    [InlineData("""{ "ApiKey": "canary-1", "SecretKey": "canary-2", "RetryDelay": 30 }""", "a number alone means days for 'RetryDelay'")]
    [InlineData("""{ "ApiKey": ["canary-1"] }""", "'ApiKey' cannot have this value")]
    [InlineData("""[ "canary-1" ]""", "the options are a JSON object")]
    [InlineData("""{ "ApiKey": "canary-1", "SecretKey": "canary-2", "MaxTries": 0 }""", "MaxTries must be 1 to 20")]
    public async Task A_file_that_is_wrong_is_told_of_without_a_value(string json, string message)
    {
        await using var desk = await Desk.StartAsync();
        desk.WriteOptions(json);

        var result = (await desk.CallAsync("balance")).AssertEndsWith(2);

        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", result.Output + result.Error, StringComparison.Ordinal);
    }

    /// <summary>An application reads such a file as the same settings.</summary>
    [Theory]
    [InlineData("""{ "Logging": "x", "Esms:ApiKey": "KEY", "esms:secretkey": "SECRET", "Esms:Otp:ApiKey": "other", "Esms:BaseAddress": "URL" }""")]
    [InlineData("""{ "Esms": { "ApiKey": "KEY", "BaseAddress": "URL" }, "Esms:SecretKey": "SECRET" }""")]
    public async Task Names_with_the_section_in_front_are_read_too(string json)
    {
        await using var desk = await Desk.StartAsync();
        desk.WriteOptions(
            json.Replace("KEY", EsmsProcess.ApiKey, StringComparison.Ordinal)
                .Replace("SECRET", EsmsProcess.SecretKey, StringComparison.Ordinal)
                .Replace("URL", desk.Address, StringComparison.Ordinal)
        );

        (await desk.CallAsync("balance")).AssertEndsWith(0);
    }

    /// <summary>Whatever becomes of a call: accepted, refused, lost, shown.</summary>
    [Theory]
    [InlineData("balance")]
    [InlineData("balance --json")]
    [InlineData("balance --dry-run")]
    [InlineData("call GetBrandnames")]
    [InlineData("call GetBrandnames --dry-run")]
    [InlineData("status 1")]
    [InlineData("status 1 --dry-run --json")]
    [InlineData("contracts verify GetBalance GetBrandnames")]
    [InlineData("balance --base-address http://127.0.0.1:1 --max-tries 1")]
    public async Task No_key_is_printed(string line)
    {
        await using var desk = await Desk.StartAsync();
        (string, string?)[] environment = [.. Environment, ("NO_PROXY", "*")];

        var result = await EsmsProcess.RunAsync(
            [.. line.Split(' '), .. line.Contains("--base-address", StringComparison.Ordinal) ? [] : new[] { "--base-address", desk.Address }],
            "",
            environment
        );

        Assert.DoesNotContain("canary", result.Output + result.Error, StringComparison.Ordinal);
        Assert.NotEmpty(result.Output + result.Error);
    }

    [Fact]
    public async Task The_language_of_the_environment_explains_codes()
    {
        await using var desk = await Desk.StartAsync();
        (string, string?)[] environment = [("ESMS_API_KEY", "wrong"), ("ESMS_SECRET_KEY", "wrong"), ("LANG", "vi_VN.UTF-8")];

        var refused = (await EsmsProcess.RunAsync(["balance", "--base-address", desk.Address], "", environment)).AssertEndsWith(3);

        Assert.Contains(EsmsResultCode.WrongCredentials.ToVietnamese()!, refused.Error, StringComparison.Ordinal);
    }
}

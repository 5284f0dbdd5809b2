using Esms.Emulator.Tool;

namespace Esms.Emulator.Tests.Hosting;

public sealed class SettingsTests
{
    [Fact]
    public void A_file_and_the_command_line_set_everything_and_the_line_wins()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(
                file,
                """
                {
                  "ApiKey": "from-file", "Port": 1, "Balance": 5000,
                  "Accounts": [{ "Name": "shop", "ApiKey": "a", "SecretKey": "b", "Balance": 77.5 }],
                  "Pace": { "Report": "00:00:10" },
                  "Callbacks": { "AllowRemote": true },
                  "Catalogue": { "Brandnames": [{ "Name": "MyShop", "Type": 2, "Templates": ["{P1,20} la ma"] }], "Prices": { "CustomerCare": 900 } },
                  "Faults": { "Seed": 9, "Rules": [{ "Kind": "LostAnswer", "Percent": 5, "Operation": "SendCustomerCare" }] }
                }
                """
            );

            var options = EmulatorProgram.ReadOptions(["--settings", file, "--port", "4321", "--data", "messages.db", "--Pace:Queue", "00:00:07"]);

            Assert.Equal(("from-file", 4321, 5000m, "messages.db"), (options.ApiKey, options.Port, options.Balance, options.DataFile));
            Assert.Equal(("shop", 77.5m), (options.Accounts.Single().Name, options.Accounts.Single().Balance));
            Assert.Equal((TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(7)), (options.Pace.Report, options.Pace.Queue));
            Assert.True(options.Callbacks.AllowRemote);
            Assert.Equal(
                ["Baotrixemay", "QC_ONLINE", "BAT DONG SAN GIA TOT", "MyShop"],
                options.Catalogue.Brandnames.Select(static brandname => brandname.Name)
            );
            Assert.Equal(900m, options.Catalogue.Prices.CustomerCare);
            Assert.Equal(
                (9, FaultKind.LostAnswer, 5, "SendCustomerCare"),
                (
                    options.Faults.Seed,
                    options.Faults.Rules.Single().Kind,
                    options.Faults.Rules.Single().Percent,
                    options.Faults.Rules.Single().Operation
                )
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_setting_that_does_not_exist_is_an_error()
    {
        var exception = Assert.Throws<InvalidDataException>(() => EmulatorProgram.ReadOptions(["--prot", "4321"]));

        Assert.StartsWith("There is no setting prot.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_accounts_with_one_key_are_an_error() =>
        Assert.Throws<ArgumentException>(() =>
            new EmulatorEngine(
                new()
                {
                    Accounts =
                    {
                        new()
                        {
                            Name = "a",
                            ApiKey = "emulator-api-key",
                            SecretKey = "b",
                        },
                    },
                }
            )
        );
}

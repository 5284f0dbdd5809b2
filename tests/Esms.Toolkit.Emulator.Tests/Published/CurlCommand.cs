using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Esms.Emulator.Tests.Published;

/// <summary>A command of the documentation, with its placeholders filled, run by curl itself.</summary>
internal static partial class CurlCommand
{
    private static readonly Dictionary<string, string> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Content"] = "686868 la ma xac minh dang ky Baotrixemay cua ban",
        ["Brandname"] = "Baotrixemay",
        ["Phone"] = "0901888484",
        ["OAID"] = "4097311281936189049",
        ["TempID"] = "200607",
        ["Campaignid"] = "Xac minh",
        ["RequestId"] = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
        ["CallbackUrl"] = "https://esms.vn/webhook/",
        ["IsUnicode"] = "0",
        ["Sandbox"] = "0",
        ["IsSandBox"] = "0",
        ["SendDate"] = "2025-01-02 18:00:00",
        ["yyyy-mm-dd%20HH%3Amm%3Ahh"] = "2025-01-02 18:00:00",
        ["SmsType"] = "2",
        ["User_id"] = "8756287263669629130",
        ["UserID"] = "8756287263669629130",
        ["SMSID"] = "434a124c-7818-4f45-bdf2-7f7b07fff210100",
        ["TemplateId"] = "2048",
        ["RecordId"] = "1024",
        ["url"] = "https://esms.vn",
        ["ImageUrl"] = "https://esms.vn/image.png",
        ["NumberForward"] = "0900000001",
        ["MaxRepeat"] = "2",
        ["MaxRetry"] = "3",
        ["Ivr"] = "1",
        ["TimeWaitToIvr"] = "5",
        ["WaitRetry"] = "60",
        ["Voice"] = "hatieumai",
        ["Speed"] = "-1",
        ["VariableListStr"] = "khach hang||686868",
        ["Offset"] = "0",
        ["Count"] = "4",
        ["Limit"] = "50",
        ["Page"] = "1",
        ["PageSize"] = "500",
        ["DateFrom"] = "2025-01-01 06:00:00",
        ["DateTo"] = "2025-01-02 18:00:00",
        ["FromTime"] = "2024-07-28 00:00:00",
        ["ToTime"] = "2024-07-30 23:59:59",
        ["MessageId"] = "6dc7499c9ef6baaee3e1",
        ["Dateactive"] = "2025-01-02",
        ["Duaration"] = "12",
        ["Package"] = "2",
        ["Code"] = "686868",
        ["TimeAlive"] = "5",
        ["NumCharOfCode"] = "6",
        ["IsNumber"] = "1",
        ["MultiChannelTempId"] = "22575",
        ["TypeId"] = "2",
        ["phone_code"] = "0901888484",
    };

    /// <summary>Placeholders that stand for a different value each time.</summary>
    private static readonly string[] Counted = ["PHONE", "Phones", "Phone1", "Phone2", "Phone3"];

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Published", "curl");

    /// <param name="page">The page that has the command.</param>
    /// <param name="special">Values that this page needs; several for one placeholder are given in turn, with | between them.</param>
    /// <returns>What curl printed.</returns>
    public static async Task<string> RunAsync(string page, EsmsOptions options, IReadOnlyDictionary<string, string> special)
    {
        var script = Fill(await File.ReadAllTextAsync(Path.Combine(Folder, $"{page}.txt"), TestContext.Current.CancellationToken), options, special);
        using var shell = Process.Start(
            new ProcessStartInfo("sh")
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        await shell.StandardInput.WriteAsync(script);
        shell.StandardInput.Close();
        var (output, errors) = (
            shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)
        );
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(shell.ExitCode == 0, $"{script}\n{await errors}");
        return await output;
    }

    private static string Fill(string command, EsmsOptions options, IReadOnlyDictionary<string, string> special)
    {
        var count = 0;
        var turns = new Dictionary<string, int>(StringComparer.Ordinal);
        var address = command.IndexOf('\'', command.IndexOf('\'', StringComparison.Ordinal) + 1);
        return Placeholder()
            .Replace(
                command,
                match =>
                {
                    var name = match.Groups[1].Value;
                    if (name == "Host")
                        return options.BaseAddress!.ToString().TrimEnd('/');
                    var value = name switch
                    {
                        "ApiKey" or "APIKEY" => options.ApiKey,
                        "SecretKey" or "SECRETKEY" => options.SecretKey,
                        _ when special.TryGetValue(name, out var own) => own.Split('|')[Turn(name) % own.Split('|').Length],
                        _ when Counted.Contains(name) => string.Create(CultureInfo.InvariantCulture, $"09{++count:00000000}"),
                        _ => Values.GetValueOrDefault(name, "x"),
                    };
                    return match.Index < address ? Uri.EscapeDataString(value) : value;
                }
            );

        int Turn(string name) => turns[name] = turns.GetValueOrDefault(name, -1) + 1;
    }

    [GeneratedRegex(@"\{\{([^{}]+)}}")]
    private static partial Regex Placeholder();
}

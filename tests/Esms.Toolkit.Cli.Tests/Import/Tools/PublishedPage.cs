using Esms.Cli.Tests.Export.Tools;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Tests.Import.Tools;

/// <summary>What a page of the documentation publishes about a call: a curl command, and sample answers.</summary>
/// <param name="Command">The command, as it stands there.</param>
/// <param name="Answers">The answers, in the order of the page.</param>
internal sealed record PublishedPage(string Name, EndpointModel Endpoint, string Command, IReadOnlyList<string> Answers)
{
    /// <summary>Operations whose page has another name in its address than among the commands.</summary>
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["GetSentMessages"] = "get-the-message-status",
        ["GetZaloSendStatus"] = "query-zns-status",
        ["GetInteractingUserIds"] = "query-list-uid",
        ["RegisterZaloTemplate"] = "registering-the-zalo-template",
        ["SendAdvertising"] = "send-advertising-message",
        ["SendViberGet"] = "send-viber-message-using-get",
        ["SendZaloFullText"] = "send-zalo-message-full-template",
        ["SendZaloJourney"] = "send-journey-zns-message",
        ["SendZaloTemplate"] = "send-message-via-zalo-v6",
        ["SendZaloTemplateToPhoneHash"] = "send-message-via-zalo-hash-phone",
    };

    /// <summary>Operations that no page describes, so that there is no command to import.</summary>
    private static readonly HashSet<string> WithoutPage = new(StringComparer.Ordinal)
    {
        "CallWithVoiceOtp",
        "GetBalanceGet",
        "GetBrandnamesV2",
        "GetSentMessagesV1",
        "SendMultiChannelSms",
    };

    /// <summary>Every page that has a command; one page of 56 describes a call that eSMS makes, and has none.</summary>
    public static IReadOnlyList<PublishedPage> All { get; } =
    [.. PublishedAnswers.All.Endpoints.Where(static endpoint => !WithoutPage.Contains(endpoint.Operation)).Select(Read)];

    private static PublishedPage Read(EndpointModel endpoint)
    {
        var name = OtherNames.GetValueOrDefault(endpoint.Operation, endpoint.Docs.Split('/')[^1]);
        var command = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Published", "curl", $"{name}.txt"));
        return new PublishedPage(
            name,
            endpoint,
            command.Replace("{{Host}}", endpoint.Route.Origin, StringComparison.Ordinal),
            [.. endpoint.Samples.Select(static sample => sample.Response)]
        );
    }

    /// <summary>Imports it as a user would, and gives back the contract.</summary>
    /// <returns>The exit code, the contract, and what was told.</returns>
    public (int ExitCode, string Contract, string Told) Import(string? name = null)
    {
        var folder = Directory.CreateTempSubdirectory("esms-import").FullName;
        var files = Answers
            .Prepend(Command)
            .Select((text, i) => (Path: Path.Combine(folder, i == 0 ? "curl.txt" : $"answer{i}.json"), Text: text))
            .ToList();
        foreach (var file in files)
            File.WriteAllText(file.Path, file.Text);
        string[] options = name is null ? [] : ["--operation", name];
        var (code, contract, told) = EsmsTool.Invoke(
            ["contracts", "import", "curl", .. files.Select(static file => file.Path), "--docs", Endpoint.Docs, .. options]
        );
        return (code, contract, told);
    }
}

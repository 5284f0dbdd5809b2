namespace Esms.Tests.Server;

/// <summary>Published answers of GetSendStatus, to the letter.</summary>
internal static class Answers
{
    public const string SmsId = "434a124c-7818-4f45-bdf2-7f7b07fff210100";

    public const string Finished = """
        {
            "CodeResponse": "100",
            "SMSID": "434a124c-7818-4f45-bdf2-7f7b07fff210100",
            "SendFailed": 0,
            "SendStatus": 5,
            "SendSuccess": 1,
            "TotalPrice": 850.0000,
            "TotalReceiver": 1,
            "TotalSent": 1
        }
        """;

    public const string WrongKeys = """
        {
            "CodeResponse": "101",
            "SMSID": "47756317-0cbe-494a-9d02-c85703a1baff20"
        }
        """;
}

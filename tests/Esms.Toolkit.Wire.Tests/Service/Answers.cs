namespace Esms.Wire.Tests.Service;

/// <summary>What the service says, in a form that every operation of the grid reads.</summary>
internal static class Answers
{
    public const string Accepted =
        """{"CodeResult":"100","CodeResponse":"100","CountRegenerate":0,"SMSID":"1","SendStatus":5,"SendSuccess":1,"SendFailed":0,"TotalPrice":0,"TotalReceiver":1,"TotalSent":1,"detail":[]}""";

    public const string Duplicate = """{"CodeResult":"124","CodeResponse":"124","CountRegenerate":0,"ErrorMessage":"Request exist 1"}""";

    /// <summary>About the request itself.</summary>
    public const string Refusal = """{"CodeResult":"104","CodeResponse":"104","CountRegenerate":0}""";

    /// <summary>About the account, so that it says nothing of a request before it.</summary>
    public const string NoMoney = """{"CodeResult":"103","CodeResponse":"103","CountRegenerate":0}""";
}

namespace Esms.Cli;

/// <summary>Phone numbers as people write them.</summary>
internal static class PhoneText
{
    /// <summary>What is wrong with a number, in words.</summary>
    public static string Describe(EsmsPhoneProblem problem) =>
        problem switch
        {
            EsmsPhoneProblem.Foreign => "this is a number of another country.",
            EsmsPhoneProblem.WrongLength => "this has too few or too many digits for a mobile number of Vietnam.",
            EsmsPhoneProblem.NotMobile => "this is no mobile number of Vietnam.",
            _ => "this is no phone number.",
        };

    /// <summary>The number of an option, in the form that eSMS documents.</summary>
    /// <exception cref="UsageException">It is no mobile number of Vietnam.</exception>
    public static EsmsPhoneNumber Read(string option, string text) =>
        EsmsPhoneNumber.TryParse(text, out var phone, out var problem) ? phone : throw new UsageException($"{option}: {Describe(problem)}");
}

using System.CommandLine;

namespace Esms.Cli;

/// <summary>The language in which result codes are explained.</summary>
internal enum Language
{
    English,
    Vietnamese,
}

/// <summary>Which language is wanted, and what codes mean in it.</summary>
internal static class Languages
{
    public static Option<string> CreateOption()
    {
        var option = new Option<string>("--lang")
        {
            HelpName = "en|vi",
            Description = "The language in which result codes are explained. Else that of LC_ALL, LC_MESSAGES or LANG, where it is Vietnamese.",
        };
        option.AcceptOnlyFromAmong("en", "vi");
        return option;
    }

    /// <param name="given">What the option says; null when it is not given.</param>
    public static Language Choose(string? given) =>
        (given ?? OfEnvironment()).StartsWith("vi", StringComparison.OrdinalIgnoreCase) ? Language.Vietnamese : Language.English;

    /// <summary>What a code means: for the operation, where its contract says so, or in general.</summary>
    public static string? Explain(EsmsResultCode code, Operation operation, Language language)
    {
        if (language == Language.Vietnamese)
            return code.ToVietnamese();
        return operation.Endpoint.Codes.FirstOrDefault(own => own.Code == (int)code)?.Meaning ?? code.ToEnglish();
    }

    /// <summary>The name of a code; null where the operation gives the code a meaning of its own, which the name would deny.</summary>
    public static string? NameOf(EsmsResultCode code, Operation operation) =>
        operation.Endpoint.Codes.Any(own => own.Code == (int)code) ? null : code.ToName();

    /// <summary>The first of the variables that is set counts, as everywhere.</summary>
    private static string OfEnvironment()
    {
        foreach (var name in (ReadOnlySpan<string>)["LC_ALL", "LC_MESSAGES", "LANG"])
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
                return value;
        }
        return "en";
    }
}

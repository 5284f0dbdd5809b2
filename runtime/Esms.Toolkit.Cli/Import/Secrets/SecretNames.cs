using System.Text;
using System.Text.RegularExpressions;

namespace Esms.Cli.Import.Secrets;

/// <summary>Names that announce a secret, in any letter case and with any separators: ApiSecret, Access_Token, x-api-key, pwd.</summary>
internal static partial class SecretNames
{
    /// <summary>Said anywhere in a name.</summary>
    private static readonly string[] Parts =
    [
        "apikey",
        "appkey",
        "accesskey",
        "authkey",
        "clientkey",
        "consumerkey",
        "encryptionkey",
        "licensekey",
        "masterkey",
        "merchantkey",
        "privatekey",
        "publickey",
        "servicekey",
        "sharedkey",
        "signingkey",
        "subscriptionkey",
        "userkey",
        "authoriz",
        "authoris",
        "bearer",
        "cookie",
        "credential",
        "hmac",
        "jwt",
        "matkhau",
        "passcode",
        "passphrase",
        "passwd",
        "password",
        "pwd",
        "secret",
        "sessid",
        "sessionid",
        "signature",
        "token",
    ];

    private const int LongestName = 40;

    /// <summary>Too short, or too usual, to be looked for inside of other words.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "auth", "pass", "sas", "session", "sid", "sig", "sign" };

    /// <summary>The credential of this name, as contracts call it; null for other fields.</summary>
    public static string? Credential(string name) =>
        ApiKey().IsMatch(Plain(name)) ? "apiKey"
        : SecretKey().IsMatch(Plain(name)) ? "secretKey"
        : null;

    /// <summary>Whether a value of this name is a secret, whatever it looks like.</summary>
    public static bool Is(string name)
    {
        var plain = Plain(name);
        return plain == "key" || Parts.Any(part => plain.Contains(part, StringComparison.Ordinal)) || WordsOf(name).Any(Words.Contains);
    }

    /// <summary>Whether a value is nothing but such a name: "password": "your password" says nothing, and "passwordOfMine" does.</summary>
    public static bool IsOnly(string value) => value.Length <= LongestName && Is(value) && NameOnly().IsMatch(value);

    /// <summary>The letters and digits of a name, without marks: "Mật khẩu" is matkhau.</summary>
    private static string Plain(string name) =>
        string.Concat((Ascii.IsValid(name) ? name : WithoutMarks(name)).Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    /// <summary>As it is where it has half of a character, which has no normal form.</summary>
    private static string WithoutMarks(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            return name;
        }
    }

    private static IEnumerable<string> WordsOf(string name) => Word().Matches(name).Select(static word => word.Value.ToLowerInvariant());

    [GeneratedRegex("^(x|my|your|the|esms)*(api|apiaccess)key$")]
    private static partial Regex ApiKey();

    [GeneratedRegex("^(x|my|your|the|esms)*((api|client|app|account)?secret|(api)?secret(api)?key)$")]
    private static partial Regex SecretKey();

    [GeneratedRegex(
        "^(?:(?:x|my|your|the|esms|access|refresh|client|consumer|user|api|app|account|merchant|service|private|public|secret|key|id|session|new|old|"
            + "auth|authorization|bearer|basic|cookie|credentials?|hmac|jwt|mat|khau|pass(?:word|code|phrase|wd)?|pwd|sig|sign|signature|token|here|value)[-_ ]?)+$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex NameOnly();

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")]
    private static partial Regex Word();
}

using System.Text.RegularExpressions;
using Esms.Toolkit.Reader;

namespace Esms.Cli.Import.Secrets;

/// <summary>Names that announce a secret, in any letter case and with any separators: ApiSecret, Access_Token, x-api-key, pwd.</summary>
internal static partial class SecretNames
{
    /// <summary>Said anywhere in a name.</summary>
    private static readonly string[] Parts =
    [
        "accesscode",
        "accesskey",
        "activationcode",
        "apikey",
        "appkey",
        "authcode",
        "authkey",
        "authoriz",
        "authoris",
        "baomat",
        "bearer",
        "bimat",
        "certificate",
        "checksum",
        "clientkey",
        "consumerkey",
        "contrasena",
        "cookie",
        "credential",
        "encryptionkey",
        "hmac",
        "jwt",
        "keyapi",
        "kennwort",
        "keyid",
        "khoaapi",
        "khoatruycap",
        "licensekey",
        "mapin",
        "masterkey",
        "matkhau",
        "maxacminh",
        "maxacthuc",
        "merchantkey",
        "motdepasse",
        "oauth",
        "passcode",
        "passphr",
        "passw",
        "pincode",
        "privatekey",
        "publickey",
        "pwd",
        "secret",
        "securecode",
        "securitycode",
        "servicekey",
        "sessid",
        "sessionid",
        "sharedkey",
        "signature",
        "signingkey",
        "subscriptionkey",
        "token",
        "userkey",
        "verificationcode",
        "verifycode",
    ];

    /// <summary>Said at the end of a name, before a number: BrandKey, userpass, key1.</summary>
    private static readonly string[] Endings = ["key", "keys", "khoa", "pass", "pwd", "pw", "psw", "sign", "chuky"];

    private const int LongestName = 40;

    private static readonly char[] Digits = [.. "0123456789"];

    /// <summary>Too short, or too usual, to be looked for inside of other words.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "auth",
        "cert",
        "cred",
        "creds",
        "cvc",
        "cvv",
        "pass",
        "pem",
        "pfx",
        "pin",
        "pk",
        "private",
        "pw",
        "pws",
        "salt",
        "sas",
        "session",
        "sid",
        "sig",
        "sign",
        "sk",
    };

    /// <summary>The credential of this name, as contracts call it; null for other fields.</summary>
    public static string? Credential(string name) =>
        ApiKey().IsMatch(Plain(name)) ? "apiKey"
        : SecretKey().IsMatch(Plain(name)) ? "secretKey"
        : null;

    /// <summary>Whether a value of this name is a secret, whatever it looks like.</summary>
    public static bool Is(string name) =>
        Announces(name) || (Written().IsMatch(name) && Announces(Uri.UnescapeDataString(name).Replace('@', 'a').Replace('$', 's')));

    private static bool Announces(string name)
    {
        var plain = Plain(name);
        return Parts.Any(part => plain.Contains(part, StringComparison.Ordinal))
            || Endings.Any(ending => plain.TrimEnd(Digits).EndsWith(ending, StringComparison.Ordinal) && !Harmless().IsMatch(plain))
            || WordsOf(name).Any(static word => Words.Contains(word) || Authentication().IsMatch(word));
    }

    /// <summary>Whether a value is nothing but such a name: "password": "your password" says nothing, and "passwordOfMine" does.</summary>
    public static bool IsOnly(string value) => value.Length <= LongestName && Is(value) && NameOnly().IsMatch(value);

    /// <summary>The letters and digits of a name, without marks: "Mật khẩu" is matkhau.</summary>
    private static string Plain(string name) => string.Concat(LatinLetters.Plain(name).Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static IEnumerable<string> WordsOf(string name) =>
        Word().Matches(LatinLetters.WithoutMarks(name)).Select(static word => word.Value.ToLowerInvariant());

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

    /// <summary>Percent-encoded once more, or with signs for letters: p%61ssword, p@ssword.</summary>
    [GeneratedRegex(@"%[0-9A-Fa-f]{2}|\w[@$]+\w")]
    private static partial Regex Written();

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")]
    private static partial Regex Word();

    /// <summary>Words that end like the name of a secret.</summary>
    [GeneratedRegex(
        "(?:monkey|turkey|donkey|hockey|jockey|whiskey|bypass|compass|encompass|surpass|trespass|overpass|design|assign|campaign|resign|callsign)[0-9]*$"
    )]
    private static partial Regex Harmless();

    /// <summary>authdata and authinfo, and no author.</summary>
    [GeneratedRegex("^auth(?!or(?:s|ed|name|id|ity|ities)?$)")]
    private static partial Regex Authentication();
}

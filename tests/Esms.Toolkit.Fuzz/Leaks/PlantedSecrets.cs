using Esms.Toolkit.Fuzz.Mutation;

namespace Esms.Toolkit.Fuzz.Leaks;

/// <summary>Secrets of the forms that services issue, and names that announce one. What was handed out is kept, to be looked for afterwards.</summary>
internal sealed class PlantedSecrets(Dice dice)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly string[] Names =
    [
        "ApiSecret",
        "Access_Token",
        "access-token",
        "refreshToken",
        "ID_TOKEN",
        "Authorization",
        "X-Api-Key",
        "X_API_KEY",
        "Cookie",
        "password",
        "PassWord",
        "user_passwd",
        "pwd",
        "MyPwd",
        "sig",
        "Signature",
        "jwt",
        "clientSecret",
        "private_key",
        "session-id",
        "sid",
        "token",
        "auth",
        "hmac",
        "secretKey",
        "api.key",
        "mat_khau",
        "Mật khẩu",
        "mật_khẩu",
        "Mã bảo mật",
        "Khóa API",
        "khóa_bí_mật",
        "tòken",
        "bi_mat",
        "LoginKey",
        "PartnerKey",
        "SmsKey",
        "BrandKey",
        "checksumkey",
        "passkey",
        "key1",
        "AccessCode",
        "SecurityCode",
        "PinCode",
        "pin",
        "authdata",
        "userpass",
        "apipass",
        "pw",
    ];

    private readonly List<string> _planted = [];
    private readonly List<string> _sure = [];

    public IReadOnlyList<string> Planted => _planted;

    /// <summary>Those that are seen to be secrets without a name, and so in a text of which the names are broken too.</summary>
    public IReadOnlyList<string> Sure => _sure;

    public string Name() => dice.Chance(30) ? dice.Pick(Names).ToUpperInvariant() : dice.Pick(Names);

    /// <summary>One that is seen to be a secret, wherever it is.</summary>
    public string ByLook()
    {
        var secret = dice.Below(10) switch
        {
            0 => Random("0123456789ABCDEF", 30),
            1 => Random("0123456789abcdef", dice.Pick([32, 40, 64])),
            2 => Base64(dice.Pick([24, 32, 48])),
            3 => Base64(32).Replace('+', '-').Replace('/', '_').TrimEnd('='),
            4 =>
                $"{Random("0123456789abcdef", 8)}-{Random("0123456789abcdef", 4)}-4{Random("0123456789abcdef", 3)}-8{Random("0123456789abcdef", 3)}-{Random("0123456789abcdef", 12)}",
            5 => $"eyJ{Random(Letters, 20)}.eyJ{Random(Letters, 40)}.{Random(Letters, 43)}",
            6 => $"sk_live_{Random(Letters, 32)}",
            7 => $"AKIA{Random("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16)}",
            8 => $"xoxb-{Random("0123456789", 12)}-{Random(Letters, 12)}",
            _ => Random(Letters, 40),
        };
        _sure.Add(secret);
        return Keep(secret);
    }

    /// <summary>One that people make up; only its name gives it away.</summary>
    public string ByName() =>
        dice.Chance(50) ? ByLook() : Keep($"{Random(Letters, 4 + dice.Below(6))}{dice.Below(10)}{Random(Letters, 3)}{dice.Below(10)}");

    public string Scheme() => $"{dice.Pick(["Basic", "Bearer", "basic", "bearer"])} {Keep(dice.Chance(50) ? Base64(18) : Random(Letters, 36))}";

    private string Keep(string secret)
    {
        _planted.Add(secret);
        return secret;
    }

    private string Random(string letters, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => letters[dice.Below(letters.Length)]));

    private string Base64(int bytes) => Convert.ToBase64String([.. Enumerable.Range(0, bytes).Select(_ => (byte)dice.Below(256))]);
}

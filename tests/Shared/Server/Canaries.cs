using System.Net;
using System.Security;
using System.Text;
using System.Text.Encodings.Web;

namespace Esms.Tests.Server;

/// <summary>Secrets that nothing else could contain by chance, the keys with characters that every encoding changes.</summary>
internal static class Canaries
{
    public const string ApiKey = "CANARY+key/7f3a";
    public const string SecretKey = "CANARY&secret=91bc";

    /// <summary>The login of a proxy, with characters that are percent-encoded in its address.</summary>
    public const string ProxyUser = "canary@proxy-user";
    public const string ProxyPassword = "canary:pass/%word e81d";

    /// <summary>What callers give that is nobody else's business either.</summary>
    public const string Phone = "0977315946208";
    public const string Content = "Canary text 5d1e & more";
    public const string OneTimePassword = "canary9c27otp";

    private static readonly string[] KeyForms = [.. new[] { ApiKey, SecretKey, ProxyUser, ProxyPassword }.SelectMany(FormsOf)];

    private static readonly string[] PrivateForms = [.. new[] { Phone, Content, OneTimePassword }.SelectMany(FormsOf)];

    /// <summary>Fails when a key, or the login of a proxy, stands in the text, in whatever form.</summary>
    public static void AssertNoneIn(string? text) => Assert.DoesNotContain(KeyForms, form => IsIn(text, form));

    /// <summary>Fails when a key, the login of a proxy, a phone number, a message or a one-time password stands in the text, in whatever form.</summary>
    public static void AssertNothingPrivateIn(string? text)
    {
        var found = KeyForms.Concat(PrivateForms).Where(form => IsIn(text, form)).ToList();
        Assert.True(found.Count == 0, $"{string.Join(" and ", found)} in: {text}");
    }

    /// <summary>As it is, in addresses and forms, in JSON, in XML, and in base64 wherever in the encoded bytes it begins.</summary>
    public static IReadOnlyList<string> FormsOf(string secret) =>
        [
            .. new[]
            {
                secret,
                Uri.EscapeDataString(secret),
                WebUtility.UrlEncode(secret),
                JavaScriptEncoder.Default.Encode(secret),
                JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret),
                SecurityElement.Escape(secret),
                Base64Of(secret, 0),
                Base64Of(secret, 1),
                Base64Of(secret, 2),
            }.Distinct(StringComparer.Ordinal),
        ];

    /// <summary>The digits that depend on the secret alone, when so many bytes stand before it.</summary>
    private static string Base64Of(string secret, int offset)
    {
        byte[] bytes = [.. new byte[offset], .. Encoding.UTF8.GetBytes(secret)];
        return Convert.ToBase64String(bytes)[(((offset * 8) + 5) / 6)..(bytes.Length * 8 / 6)];
    }

    /// <summary>The case of a percent-encoding does not matter.</summary>
    private static bool IsIn(string? text, string form) => text?.Contains(form, StringComparison.OrdinalIgnoreCase) == true;
}

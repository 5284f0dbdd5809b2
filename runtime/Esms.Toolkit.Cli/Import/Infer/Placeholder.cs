using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Esms.Cli.Import.Secrets;

namespace Esms.Cli.Import.Infer;

/// <summary>
/// Placeholders of published commands: {{Phone}}, {PHONE}, #{PHONE}, 84{phone}, &lt;phone&gt;, [phone], $PHONE, ${PHONE}, %PHONE%, :phone,
/// __PHONE__, «phone», YOUR_PHONE, CHANGEME, xxx, String content, ….
/// </summary>
internal static partial class Placeholder
{
    public static bool Is(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String && Is(value.GetValue<string>());

    /// <summary>A key in braces is a key, and a password behind "my password:" is a password.</summary>
    public static bool Is(string value) =>
        (Whole().IsMatch(value) || Doubled().IsMatch(value) || Word().IsMatch(value) || SecretNames.IsOnly(value))
        && !SecretLook.IsInName(value)
        && !SecretLook.FindIn(value, hasNames: true).Any();

    /// <summary>Whether a placeholder is one only as the name of a secret. In a path, that is a word as others are: …/oauth/token.</summary>
    public static bool IsBareName(string value) => !Whole().IsMatch(value) && !Doubled().IsMatch(value) && !Word().IsMatch(value);

    /// <summary>Whether a placeholder stands in it, or in anything inside of it.</summary>
    public static bool IsIn(JsonNode? node) =>
        node switch
        {
            JsonObject value => value.Any(static member => IsIn(member.Value)),
            JsonArray list => list.Any(IsIn),
            null => false,
            _ => node.GetValueKind() == JsonValueKind.String && (Is(node) || Part().IsMatch(node.GetValue<string>())),
        };

    /// <summary>What is named by a placeholder: ApiKey of {{ApiKey}}, YOUR_API_KEY and :apiKey; null where it names nothing.</summary>
    public static string? NameIn(string value)
    {
        if (!Is(value))
            return null;
        var inner = Brackets().Replace(value, string.Empty).Trim();
        var name = Yours().Replace(inner, string.Empty);
        return SecretNames.Credential(name) switch
        {
            "apiKey" when inner != name => "ApiKey",
            "secretKey" when inner != name => "SecretKey",
            _ when Nameless().IsMatch(name) => null,
            _ => name,
        };
    }

    [GeneratedRegex(
        @"^(([#@]|\+?[0-9]{1,4})?\{+[^{}"":,=]+\}+|<[^<>]+>|\[[^\[\]{}""']+\]|\$\{[^{}]+\}|\$env:\w+|\$\(?[A-Za-z_][\w.]*\)?|%[A-Za-z_]\w*%|:[A-Za-z_]\w*|#[A-Za-z_]\w*#|@[A-Za-z_]\w*)$"
    )]
    private static partial Regex Whole();

    /// <summary>Words between signs that templates have: __PHONE__, &lt;&lt;phone&gt;&gt;, [[phone]], «phone», %%PHONE%%, $$PHONE, ~phone~, (phone), %s, %(phone)s.</summary>
    [GeneratedRegex(
        @"^(__\p{L}[\p{L}_ .]*[0-9]?__|_\p{L}[\p{L}_ .]*[0-9]?_|-\p{L}[\p{L}_ .]*[0-9]?-|~+\p{L}[\p{L}_ .]*[0-9]?~+|<<+\p{L}[\p{L}_ .]*[0-9]?>>+|\[\[+\p{L}[\p{L}_ .]*[0-9]?\]\]+|«\p{L}[\p{L}_ .]*[0-9]?»|‹\p{L}[\p{L}_ .]*[0-9]?›|\(\p{L}[\p{L}_ .]*[0-9]?\)|%%+\p{L}[\p{L}_ .]*[0-9]?%%+|\$\$+\p{L}[\p{L}_ .]*[0-9]?\$*|%[sd]|%\(\p{L}[\p{L}_ .]*[0-9]?\)[sd]|\?+)$"
    )]
    private static partial Regex Doubled();

    [GeneratedRegex(
        @"^([xX*]{3,}([-_ ][xX*]+)*|\.{2,}|…+|string|(string|base64Binary) content|change[-_ ]?(me|this|it)|to[-_ ]?do|placeholder|n/a|tbd|(your|my|enter|insert|put|replace|nhap|nhập|dien|điền)[-_ ].{1,40}|your[A-Z]\w{1,40})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Word();

    [GeneratedRegex(@"\{\{[^{}]+\}\}|\$\{[^{}]+\}")]
    private static partial Regex Part();

    [GeneratedRegex(@"^[\{<\[$(%:#@«‹_~]+|[\}>\])%#»›_~$]+$|^env:")]
    private static partial Regex Brackets();

    [GeneratedRegex("^(your|my|enter|insert|put|replace)[-_ ]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Yours();

    [GeneratedRegex(@"^([xX*]+([-_ ][xX*]+)*|\.+|…+|)$|^(string|.* content)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nameless();
}

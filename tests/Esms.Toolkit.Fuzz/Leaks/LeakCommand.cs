using System.Text;
using Esms.Toolkit.Fuzz.Mutation;

namespace Esms.Toolkit.Fuzz.Leaks;

/// <summary>Commands of curl and PowerShell with secrets at random places.</summary>
internal sealed class LeakCommand(Dice dice, PlantedSecrets secrets, LeakJson json)
{
    private static readonly string[] ApiKeys = ["{ApiKey}", "{{apikey}}", ":apikey", "$API_KEY", "%ApiKey%", "<ApiKey>"];
    private static readonly string[] SecretKeys = ["{SecretKey}", "{{secret_key}}", ":secretKey", "${SECRET_KEY}", "[SecretKey]"];

    public string Make() =>
        dice.Below(4) switch
        {
            0 => PowerShell(),
            1 => Cmd(),
            _ => Posix(),
        };

    private string Posix()
    {
        var command = new StringBuilder(
            dice.Chance(8) ? $"export {secrets.Name().Replace('-', '_').Replace('.', '_')}={secrets.ByName()} " : string.Empty
        );
        command.Append(dice.Chance(2) ? "wget" : "curl");
        foreach (var option in Options())
            command.Append(dice.Chance(20) ? " \\\n  " : " ").Append(option.Name).Append(' ').Append(Quote(option.Value));
        if (dice.Chance(4))
            command.Append(' ').Append(secrets.ByLook());
        if (dice.Chance(4))
            command.Append(" | grep ").Append(secrets.ByLook());
        return command.ToString();
    }

    private string Cmd()
    {
        var command = new StringBuilder("curl.exe ^\n");
        foreach (var option in Options())
            command
                .Append("  ")
                .Append(option.Name)
                .Append(" \"")
                .Append(option.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))
                .Append("\" ^\n");
        return command.Append("  --silent").ToString();
    }

    private string PowerShell()
    {
        var body = json.Object(1).ToJsonString();
        return $$"""
            $headers = @{ "{{secrets.Name()}}" = "{{secrets.ByName()}}"; "accept" = "*/*" }
            {{(
                dice.Chance(20)
                    ? $"$session.Cookies.Add((New-Object System.Net.Cookie(\"a\", \"{secrets.ByName()}\", \"/\", \"x.vn\")))"
                    : string.Empty
            )}}
            $body = @'
            {{body}}
            '@
            $response = Invoke-RestMethod -Uri '{{Address()}}' -Method Post -Headers $headers `
              -ContentType 'application/json' -Body {{(dice.Chance(70) ? "$body" : $"@{{ '{secrets.Name()}' = '{secrets.ByName()}' }}")}}
            """;
    }

    private List<(string Name, string Value)> Options()
    {
        var options = new List<(string, string)> { (dice.Chance(80) ? "--url" : "--location --url", Address()) };
        for (var count = dice.Below(3); count > 0; count--)
            options.Add(Other());
        if (dice.Chance(70))
            options.AddRange(Body());
        return options;
    }

    private (string Name, string Value) Other() =>
        dice.Below(10) switch
        {
            0 => ("-H", $"Authorization: {secrets.Scheme()}"),
            1 => ("--header", $"{secrets.Name()}: {secrets.ByName()}"),
            2 => ("-H", $"X-{json.PlainName}: {secrets.ByLook()}"),
            3 => ("-H", secrets.ByLook()),
            4 => ("-b", $"a=b; {secrets.Name()}={secrets.ByName()}"),
            5 => ("-u", $"me:{secrets.ByName()}"),
            6 => ("--oauth2-bearer", secrets.ByName()),
            7 => ("-X", secrets.ByLook()),
            8 => ($"--unknown-{dice.Below(9)}", secrets.ByLook()),
            _ => ("-e", $"https://x.vn/?{secrets.Name()}={secrets.ByLook()}"),
        };

    private IEnumerable<(string Name, string Value)> Body() =>
        dice.Below(7) switch
        {
            0 => [("-d", $"{secrets.Name()}={Uri.EscapeDataString(secrets.ByName())}&a=1&{json.PlainName}={Uri.EscapeDataString(secrets.ByLook())}")],
            1 => [("-F", $"{secrets.Name()}={secrets.ByName()}"), ("--form", $"{json.PlainName}=x")],
            2 => [("--data-raw", $"<RQST><{SafeName()}>{Xml(secrets.ByName())}</{SafeName()}><A>1</A></RQST>")],
            3 => [("--data-raw", $"<RQST><A t=\"{Xml(secrets.ByName())}\">{Xml(secrets.ByLook())}</A></RQST>")],
            4 => [("-d", dice.Chance(50) ? secrets.ByLook() : $"@{secrets.ByLook()}")],
            5 => [("--data-raw", $"{{ // {secrets.ByLook()}\n \"a\": {{{{b}}}}, {json.Object(1).ToJsonString()[1..]}")],
            _ => [("--data", json.Object(2).ToJsonString())],
        };

    /// <summary>The element that closes is the one that opened most of the time: broken XML is told too.</summary>
    private string SafeName() => dice.Chance(90) ? "PassWord" : "Token";

    private static string Xml(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private string Address()
    {
        var address = new StringBuilder(
            dice.Chance(10) ? $"https://me:{secrets.ByName()}@rest.esms.vn"
            : dice.Chance(2) ? $"https://{secrets.ByLook()}.esms.vn"
            : "https://rest.esms.vn"
        );
        address
            .Append(dice.Pick(["/MainService.svc/json/", "/MainService.svc/json/", "/api/", "/"]))
            .Append(dice.Pick(["GetBalance", "GetThing", "SendThing_V4", "Query_json"]));
        address.Append(
            dice.Below(10) switch
            {
                0 => $"/{secrets.ByLook()}/{secrets.ByLook()}",
                1 => $"/{{ApiKey}}/{secrets.ByLook()}",
                5 => $"/{dice.Pick(ApiKeys)}/{secrets.ByName()}{dice.Pick(["", "/"])}",
                6 => $"/{secrets.ByName()}/{dice.Pick(SecretKeys)}",
                2 => $"/{secrets.ByLook()}",
                3 => $";jsessionid={secrets.ByLook()}",
                4 => $"/{{{secrets.ByLook()}}}",
                _ => string.Empty,
            }
        );
        if (dice.Chance(50))
            address.Append(
                dice.Below(4) switch
                {
                    0 => $"?ApiKey={Uri.EscapeDataString(secrets.ByName())}&SecretKey={Uri.EscapeDataString(secrets.ByName())}",
                    1 => $"?{secrets.Name()}={Uri.EscapeDataString(secrets.ByName())}&a=1",
                    2 => $"?{json.PlainName}={Uri.EscapeDataString(secrets.ByLook())}",
                    _ => $"?{Uri.EscapeDataString(secrets.ByLook())}=1",
                }
            );
        return address.Append(dice.Chance(5) ? $"#access_token={secrets.ByLook()}" : string.Empty).ToString();
    }

    private static string Quote(string value) => $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}

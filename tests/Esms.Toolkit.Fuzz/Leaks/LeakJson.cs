using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Esms.Toolkit.Fuzz.Mutation;

namespace Esms.Toolkit.Fuzz.Leaks;

/// <summary>JSON with secrets at random places.</summary>
internal sealed class LeakJson(Dice dice, PlantedSecrets secrets)
{
    private static readonly string[] PlainNames =
    [
        "Phone",
        "Content",
        "k",
        "Data",
        "Note",
        "RefId",
        "CallbackUrl",
        "Title",
        "x1",
        "Brandname",
        "SmsType",
        "type",
    ];

    /// <summary>With quotes, which JSON for web pages would escape.</summary>
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string PlainName => dice.Pick(PlainNames);

    public string Answer()
    {
        var answer = Object(2);
        answer["CodeResult"] = dice.Pick(["100", "101"]);
        return answer.ToJsonString();
    }

    public JsonObject Object(int depth)
    {
        var members = new JsonObject();
        for (var count = 1 + dice.Below(4); count > 0; count--)
        {
            var isNamed = dice.Chance(40);
            var name =
                isNamed ? secrets.Name()
                : dice.Chance(3) ? secrets.ByLook()
                : PlainName;
            members[name] = isNamed ? Secret(depth) : Value(depth);
        }
        return members;
    }

    private JsonNode? Secret(int depth) =>
        dice.Below(8) switch
        {
            0 when depth > 0 => new JsonObject { ["value"] = secrets.ByName() },
            1 => new JsonArray(secrets.ByName(), secrets.ByName()),
            2 => secrets.Scheme(),
            3 => "{{placeholder}}",
            _ => secrets.ByName(),
        };

    private JsonNode? Value(int depth) =>
        dice.Below(16) switch
        {
            0 => null,
            1 => dice.Below(1000),
            2 => dice.Chance(50),
            3 => "0901888484",
            4 => secrets.ByLook(),
            5 => $"see https://me.vn/cb?{secrets.Name()}={secrets.ByLook()}&a=1",
            6 => $"https://u:{secrets.ByName()}@me.vn/x",
            7 when dice.Chance(40) => dice.Pick(
                [
                    $"Mật khẩu của bạn là {secrets.ByName()}",
                    $"Mat khau cua ban la: {secrets.ByName()}",
                    $"failed for me with password {secrets.ByName()}",
                    $"<input type='password' value='{secrets.ByName()}'>",
                ]
            ),
            7 => $"my {secrets.Name()}: {secrets.ByName()}{dice.Pick(["", " is here"])}",
            8 => secrets.Scheme(),
            9 when depth > 0 => Object(depth - 1).ToJsonString(),
            10 when depth > 0 => Object(depth - 1),
            11 when depth > 0 => new JsonArray(Object(depth - 1), Object(depth - 1)),
            12 => new JsonArray(
                new JsonObject { ["key"] = secrets.Name(), ["value"] = secrets.ByName() },
                new JsonObject { ["key"] = "a", ["value"] = "b" }
            ),
            13 when depth > 0 => JsonEncodedText.Encode(Object(depth - 1).ToJsonString()).Value,
            14 when depth > 0 => WebUtility.HtmlEncode(Object(depth - 1).ToJsonString(Relaxed)),
            _ => "a text",
        };
}

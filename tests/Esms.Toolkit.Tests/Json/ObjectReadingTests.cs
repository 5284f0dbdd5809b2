using System.Text.Json;
using Esms.Runtime;

namespace Esms.Tests.Json;

/// <summary>Objects: with free names, as pairs of a key and a value, of several shapes, and with members that nobody knows.</summary>
public sealed class ObjectReadingTests
{
    [Theory]
    [InlineData("null", null)]
    [InlineData("{}", "")]
    [InlineData("""{"a":"1","Tên":"\u0110","a":"2"}""", "a=2 Tên=Đ")]
    public void A_map_is_read(string json, string? expected) =>
        Assert.Equal(expected, Reading.Read(json, static (ref Utf8JsonReader reader) => Render(EsmsJson.ReadMap(ref reader))));

    [Theory]
    [InlineData("5", "Value: an object was expected, and a number was found that is none.")]
    [InlineData("[]", "Value: an object was expected, and a list was found that is none.")]
    [InlineData("false", "Value: an object was expected, and true or false was found that is none.")]
    [InlineData("""{"a":"1","b":null}""", "Value.b: an item was expected, and null was found that is none.")]
    [InlineData("""{"a":"1","b":2}""", "Value.b: a text was expected, and a number was found that is none.")]
    public void What_is_no_map_is_an_error(string json, string error) =>
        Assert.Equal(error, Reading.ErrorOf(json, static (ref Utf8JsonReader reader) => EsmsJson.ReadMap(ref reader)));

    [Theory]
    [InlineData("null", null)]
    [InlineData("[]", "")]
    [InlineData("""[{"key":"a","value":"1"},{"value":"","k\u0065y":"b"}]""", "a=1 b=")]
    public void Pairs_are_read(string json, string? expected) =>
        Assert.Equal(expected, Reading.Read(json, static (ref Utf8JsonReader reader) => Render(EsmsJson.ReadPairs(ref reader))));

    [Theory]
    [InlineData("{}", "Value: a list was expected, and an object was found that is none.")]
    [InlineData("""{"key":"a","value":"b"}""", "Value: a list was expected, and an object was found that is none.")]
    [InlineData("\"a\"", "Value: a list was expected, and a text was found that is none.")]
    [InlineData("[\"a\"]", "Value[0]: an object was expected, and a text was found that is none.")]
    [InlineData("[null]", "Value[0]: an object was expected, and null was found that is none.")]
    [InlineData("[[\"key\"]]", "Value[0]: an object was expected, and a list was found that is none.")]
    [InlineData("[{}]", "Value[0].key: the member is missing.")]
    [InlineData("""[{"value":"b"}]""", "Value[0].key: the member is missing.")]
    [InlineData("""[{"key":null,"value":"b"}]""", "Value[0].key: the member is missing.")]
    [InlineData("""[{"key":"a","value":"b"},{"key":"c"}]""", "Value[1].value: the member is missing.")]
    [InlineData("""[{"key":"a","value":null}]""", "Value[0].value: the member is missing.")]
    [InlineData("""[{"key":"a","value":1}]""", "Value[0].value: a text was expected, and a number was found that is none.")]
    public void What_are_no_pairs_is_an_error(string json, string error) =>
        Assert.Equal(error, Reading.ErrorOf(json, static (ref Utf8JsonReader reader) => EsmsJson.ReadPairs(ref reader)));

    [Fact]
    public void A_pair_has_no_other_members() =>
        Assert.StartsWith(
            "Value[1]: a key with its value was expected, and ",
            Reading.ErrorOf(
                """[{"key":"a","value":"b"},{"key":"a","value":"b","more":"c"}]""",
                static (ref Utf8JsonReader reader) => EsmsJson.ReadPairs(ref reader)
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("""{"type":"x"}""", "x")]
    [InlineData("""{"a":{"type":"inner"},"b":["type"],"type":"\u0078"}""", "x")]
    [InlineData("""{"a":"type","t\u0079pe":"x","type":"y"}""", "x")]
    [InlineData("""{"a":{"type":"inner"}}""", null)]
    [InlineData("""{"type":1}""", null)]
    [InlineData("""{"type":null}""", null)]
    [InlineData("{}", null)]
    public void The_shape_of_an_object_is_seen_before_it_is_read(string json, string? expected) =>
        Assert.Equal(
            (expected, JsonTokenType.StartObject),
            Reading.Read(
                json,
                static (ref Utf8JsonReader reader) =>
                {
                    reader.Read();
                    return (EsmsJson.Peek(reader, "type"u8), reader.TokenType);
                }
            )
        );

    [Theory]
    [InlineData("[{\"type\":\"x\"}]", "Value: an object was expected, and a list was found that is none.")]
    [InlineData("5", "Value: an object was expected, and a number was found that is none.")]
    [InlineData("""{"type":"\ud800"}""", "Value.type: a text was found that is not valid Unicode.")]
    public void What_has_no_shape_is_an_error(string json, string error) =>
        Assert.Equal(
            error,
            Reading.ErrorOf(
                json,
                static (ref Utf8JsonReader reader) =>
                {
                    reader.Read();
                    return EsmsJson.Peek(reader, "type"u8);
                }
            )
        );

    [Theory]
    [InlineData("""[{"type":"x"}]""", "Value[0].type")]
    [InlineData("""[{"type":"y"},{"type":"x"}]""", "Value[1].type")]
    public void An_unknown_shape_names_the_item_and_the_member(string json, string path) =>
        Assert.Equal(
            $"{path}: the text is none of those that the contract knows.",
            Reading.ErrorOf(
                json,
                static (ref Utf8JsonReader reader) =>
                    EsmsJson.ReadList(
                        ref reader,
                        static (ref Utf8JsonReader reader) => EsmsJson.Item(ref reader, EsmsJson.ReadObject(ref reader, ReadShapeY))
                    )
            )
        );

    [Theory]
    [InlineData("""{"a":1,"b":2}""")]
    [InlineData("""{"a":{"c":1} , "b" : [2]}""")]
    public void An_unknown_member_of_a_kept_request_is_named(string json) =>
        Assert.Equal(
            "Value.b: the request has a member that this version does not know.",
            Reading.ErrorOf<string>(
                json,
                static (ref Utf8JsonReader reader) =>
                {
                    reader.Read();
                    EsmsJson.ReadMember(ref reader);
                    EsmsJson.SkipValue(ref reader);
                    EsmsJson.ReadMember(ref reader);
                    throw EsmsJson.UnknownMember(ref reader);
                }
            )
        );

    [Fact]
    public void Members_that_nobody_knows_are_kept_as_they_came() =>
        Assert.Equal(
            """Tên={"a":[1,2.50,{"b":null,"c":true},[]],"d\u0065":"\u00e9\"x","e":{},"f":-1.0E+5} list=[[],"x",{}] text="a, \"b\"" no=false""",
            Reading.Read(
                """
                { "T\u00eAn" : { "a" : [ 1, 2.50, { "b" : null, "c" : true }, [ ] ], "d\u0065" : "\u00e9\"x", "e" : { }, "f" : -1.0E+5 },
                  "list" : [ [ ], "x", { } ], "text" : "a, \"b\"", "no" : false }
                """,
                static (ref Utf8JsonReader reader) =>
                {
                    Dictionary<string, string>? unknown = null;
                    reader.Read();
                    while (EsmsJson.ReadMember(ref reader))
                        EsmsJson.KeepUnknown(ref reader, ref unknown);
                    return Render(unknown);
                }
            )
        );

    private static string ReadShapeY(ref Utf8JsonReader reader)
    {
        if (EsmsJson.Peek(reader, "type"u8) is not "y")
            return EsmsJson.UnknownShape<string>(ref reader, "type");
        reader.Skip();
        return "y";
    }

    private static string? Render(IReadOnlyDictionary<string, string>? map) =>
        map is null ? null : string.Join(' ', map.Select(static pair => $"{pair.Key}={pair.Value}"));
}

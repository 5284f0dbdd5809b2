using System.Text.Json;
using Esms.Runtime;

namespace Esms.Tests.Json;

/// <summary>Lists of items that are all alike, and lists whose every position has a meaning of its own.</summary>
public sealed class ListReadingTests
{
    [Theory]
    [InlineData("null", null)]
    [InlineData("[]", "")]
    [InlineData("[1]", "1")]
    [InlineData("[1,2,3,4]", "1 2 3 4")]
    [InlineData("[1,2,3,4,5,6,7,8,9]", "1 2 3 4 5 6 7 8 9")]
    public void A_list_is_read(string json, string? expected)
    {
        var list = Reading.Read(json, ReadNumbers);

        Assert.Equal(expected, list is null ? null : string.Join(' ', list));
    }

    [Theory]
    [InlineData("{}", "Value: a list was expected, and an object was found that is none.")]
    [InlineData("5", "Value: a list was expected, and a number was found that is none.")]
    [InlineData("\"5\"", "Value: a list was expected, and a text was found that is none.")]
    [InlineData("[null]", "Value[0]: an item was expected, and null was found that is none.")]
    [InlineData("[1,2,null]", "Value[2]: an item was expected, and null was found that is none.")]
    [InlineData("[1,\"2\"]", "Value[1]: a whole number of 32 bits was expected, and a text was found that is none.")]
    public void What_is_no_list_is_an_error(string json, string error) => Assert.Equal(error, Reading.ErrorOf(json, ReadNumbers));

    [Theory]
    [InlineData("[null]", "Value[0]: an item was expected, and null was found that is none.")]
    [InlineData("[{\"a\":[1]},[],null]", "Value[2]: an item was expected, and null was found that is none.")]
    public void An_item_that_is_null_is_an_error(string json, string error) =>
        Assert.Equal(
            error,
            Reading.ErrorOf(
                json,
                static (ref Utf8JsonReader reader) =>
                    EsmsJson.ReadList(
                        ref reader,
                        static (ref Utf8JsonReader reader) => EsmsJson.Item(ref reader, EsmsJson.ReadObject(ref reader, PassOver))
                    )
            )
        );

    [Theory]
    [InlineData("""{"Data":["a",0,"b"],"Next":"n"}""", "a b n")]
    [InlineData("""{"Data":["a",[0,[1]],"b",[2],{"c":[3]},4],"Next":"n"}""", "a b n")]
    [InlineData("""{"Data":["a",{"c":[3]},"b"],"Next":"n"}""", "a b n")]
    [InlineData("""{"Data":["a",[]],"Next":"n"}""", "a - n")]
    [InlineData("""{"Data":["a",0,null],"Next":"n"}""", "a - n")]
    [InlineData("""{"Data":["a"],"Next":"n"}""", "a - n")]
    [InlineData("""{"Data":[],"Next":"n"}""", "- - n")]
    public void Positions_are_read_one_by_one_and_may_be_missing(string json, string expected) =>
        Assert.Equal(
            expected,
            Reading.Read(
                json,
                static (ref Utf8JsonReader reader) =>
                {
                    reader.Read();
                    EsmsJson.ReadMember(ref reader);
                    var (first, third) = ReadPositions(ref reader);
                    EsmsJson.ReadMember(ref reader);
                    return $"{first ?? "-"} {third ?? "-"} {EsmsJson.ReadString(ref reader)}";
                }
            )
        );

    [Theory]
    [InlineData("{}", "Value: a list was expected, and an object was found that is none.")]
    [InlineData("null", "Value: a list was expected, and null was found that is none.")]
    [InlineData("[1]", "Value[0]: a text was expected, and a number was found that is none.")]
    [InlineData("[\"a\",[0],1]", "Value[2]: a text was expected, and a number was found that is none.")]
    [InlineData("[\"a\",[0]]", "Value.Third: the member is missing.")]
    public void A_wrong_position_is_an_error(string json, string error) =>
        Assert.Equal(
            error,
            Reading.ErrorOf(
                json,
                static (ref Utf8JsonReader reader) =>
                {
                    var (_, third) = ReadPositions(ref reader);
                    EsmsJson.Require(ref reader, third is not null, "Third");
                    return third;
                }
            )
        );

    private static IReadOnlyList<int>? ReadNumbers(ref Utf8JsonReader reader) =>
        EsmsJson.ReadList(ref reader, static (ref Utf8JsonReader reader) => EsmsJson.Item(ref reader, EsmsJson.ReadInt32(ref reader)));

    /// <summary>The second position is always the same, and so is what comes behind the third.</summary>
    private static (string? First, string? Third) ReadPositions(ref Utf8JsonReader reader)
    {
        reader.Read();
        EsmsJson.ExpectList(ref reader);
        var depth = reader.CurrentDepth;
        var first = EsmsJson.HasPosition(ref reader, depth) ? EsmsJson.ReadString(ref reader) : null;
        EsmsJson.SkipPosition(ref reader, depth);
        var third = EsmsJson.HasPosition(ref reader, depth) ? EsmsJson.ReadString(ref reader) : null;
        EsmsJson.SkipPositions(ref reader, depth);
        return (first, third);
    }

    private static object PassOver(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return string.Empty;
    }
}

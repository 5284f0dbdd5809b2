using System.Buffers;
using System.Text;
using System.Text.Json;
using Esms.Runtime;

namespace Esms.Tests.Json;

public sealed class WritingTests
{
    private static readonly Dictionary<string, string> Two = new(StringComparer.Ordinal) { ["a"] = "1", ["b"] = "" };

    [Fact]
    public void Items_without_a_value_are_null() =>
        Assert.Equal(
            "[null,null,null,null,null,null]",
            ItemsOf(static writer =>
            {
                EsmsJson.WriteItem(writer, (string?)null);
                EsmsJson.WriteItem(writer, (long?)null);
                EsmsJson.WriteItem(writer, (decimal?)null);
                EsmsJson.WriteItem(writer, (bool?)null);
                EsmsJson.WriteItem<string>(writer, null, EsmsJson.WriteItem);
                EsmsJson.WriteItems<string>(writer, null, EsmsJson.WriteItem);
            })
        );

    [Fact]
    public void Items_are_written() =>
        Assert.Equal(
            """["x",-7,8.50,true,false,"y",["a",null],[]]""",
            ItemsOf(static writer =>
            {
                EsmsJson.WriteItem(writer, "x");
                EsmsJson.WriteItem(writer, -7);
                EsmsJson.WriteItem(writer, 8.50m);
                EsmsJson.WriteItem(writer, true);
                EsmsJson.WriteItem(writer, false);
                EsmsJson.WriteItem<string>(writer, "y", EsmsJson.WriteItem);
                EsmsJson.WriteItems<string?>(writer, ["a", null], EsmsJson.WriteItem);
                EsmsJson.WriteItems<string>(writer, [], EsmsJson.WriteItem);
            })
        );

    [Fact]
    public void Members_without_a_value_are_left_out() =>
        Assert.Equal(
            "{}",
            MembersOf(static writer =>
            {
                EsmsJson.Write(writer, "a"u8, (string?)null);
                EsmsJson.Write(writer, "b"u8, (long?)null);
                EsmsJson.Write(writer, "c"u8, (decimal?)null);
                EsmsJson.Write(writer, "d"u8, (bool?)null);
                EsmsJson.WriteFlag(writer, "e"u8, null);
                EsmsJson.WriteObject<string>(writer, "f"u8, null, EsmsJson.WriteItem);
                EsmsJson.WriteList<string>(writer, "g"u8, null, EsmsJson.WriteItem);
                EsmsJson.WriteMap(writer, "h"u8, null);
                EsmsJson.WritePairs(writer, "i"u8, null);
                EsmsJson.WriteUnknown(writer, null);
                EsmsJson.WriteCodeAsText(writer, "j"u8, null);
                EsmsJson.WriteCodeAsText(writer, "k"u8, EsmsResultCode.Unspecified);
                EsmsJson.WriteCodeAsNumber(writer, "l"u8, null);
                EsmsJson.WriteCodeAsNumber(writer, "m"u8, EsmsResultCode.Unspecified);
            })
        );

    [Fact]
    public void Members_are_written() =>
        Assert.Equal(
            """{"a":"x","b":-7,"c":8.50,"d":false,"e":1,"f":"y","g":["z"],"h":{"a":"1","b":""},"""
                + """
                "i":[{"key":"a","value":"1"},{"key":"b","value":""}],"fixed":[1, 2],"u":{"v":1.0},"w":"\u0041","j":"100","l":100}
                """,
            MembersOf(static writer =>
            {
                EsmsJson.Write(writer, "a"u8, "x");
                EsmsJson.Write(writer, "b"u8, -7);
                EsmsJson.Write(writer, "c"u8, 8.50m);
                EsmsJson.Write(writer, "d"u8, false);
                EsmsJson.WriteFlag(writer, "e"u8, true);
                EsmsJson.WriteObject<string>(writer, "f"u8, "y", EsmsJson.WriteItem);
                EsmsJson.WriteList<string>(writer, "g"u8, ["z"], EsmsJson.WriteItem);
                EsmsJson.WriteMap(writer, "h"u8, Two);
                EsmsJson.WritePairs(writer, "i"u8, Two);
                EsmsJson.WriteFixed(writer, "fixed"u8, "[1, 2]");
                EsmsJson.WriteUnknown(writer, new Dictionary<string, string> { ["u"] = """{"v":1.0}""", ["w"] = "\"\\u0041\"" });
                EsmsJson.WriteCodeAsText(writer, "j"u8, EsmsResultCode.Success);
                EsmsJson.WriteCodeAsNumber(writer, "l"u8, EsmsResultCode.Success);
            })
        );

    private static string ItemsOf(Action<Utf8JsonWriter> write) =>
        Written(writer =>
        {
            writer.WriteStartArray();
            write(writer);
            writer.WriteEndArray();
        });

    private static string MembersOf(Action<Utf8JsonWriter> write) =>
        Written(writer =>
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        });

    private static string Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

namespace Esms.Toolkit.AnswerFuzz.Mutation;

/// <summary>Values worth trying: such as have broken readers before.</summary>
internal static class Values
{
    private const int Deep = 2000;

    /// <summary>JSON values, as they are spelled. Those that are numbers and words are texts too, in quotes.</summary>
    public static readonly IReadOnlyList<string> Words =
    [
        "null", "true", "false", "0", "1", "-1", "-0", "-0.0", "0.10", "100", "101", "124", "2147483647", "2147483648", "-2147483648", "-2147483649", "9223372036854775807",
        "9223372036854775808", "79228162514264337593543950335", "79228162514264337593543950336", "1e28", "1e29", "1e400", "-1e400", "1E-400", "1e2147483648", "0e99999",
        "850.0000", "0.00000000000000000000000000001", "123456789012345678901234567890", "1705484048995", "253402275600000", "-62135596800001",
        "[]", "{}", "\"\"", "[null]", "[[]]", "[{}]", "{\"\":null}", "{\"key\":\"a\",\"value\":null}", "[{\"key\":\"a\",\"value\":\"b\"}]", "{\"a\":1,\"a\":2}",
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\u0000\"", "\"nul\\u006c\"", "\"\\u006eul\\ud800\"", "{\"\\ud800\":1}", "[{\"\\ud800\":1}]", "{\"k\\u0065y\":\"a\"}",
    ];

    public static readonly IReadOnlyList<string> Texts =
    [
        "", " ", "null", "NULL", "true", "True", "TRUE", "yes", " 1", "1 ", "+1", "0x1", "1,5", "1.5", "1e2", "1e400", "-0", "NaN", "Infinity", "٣", "\0", "\u001B[2J", "\u2028",
        "/Date(0)/", "/Date()/", "/Date(", ")/", "/Date()", "/Date)/", "/Date(-)/", "/Date(+0700)/", "/Date(1705484048995+0700)/", "/Date(1705484048995-9999)/", "/Date(1705484048995+07)/",
        "/Date(9223372036854775807+0700)/", "/Date(-9223372036854775808)/", "/Date(253402275600000)/", "/Date(-62135596800000)/", "/Date(99999999999999999999)/",
        "0001-01-01 00:00:00", "9999-12-31 23:59:59", "2024-02-30 00:00:00", "2024-13-01", "31/12/9999 23:59:59", "01/01/0001", "00010101000000", "99991231235959",
        "{", "{}", "{}x", "{\"error\":", "{\"error\":-114,\"message\":\"x\"}____24/04/2024", "{\"error\":1e400}", "{\"error\":\"\\ud800\"}", "\"{\\\"error\\\":0}\"", "\"{\\\"error\\\":", "\"\\ud800\"",
        "%7B%22error%22%3A0%7D", "%7B%22error%22%3A", "%", "%%%", "%zz{", "%FF%FE", "%22%7B%7D%22", "[]", "[{\"a\":[", "\"\"", "\"",
    ];

    /// <summary>Values that are large: seldom one of these, or a run would do nothing else.</summary>
    public static readonly IReadOnlyList<string> Large =
    [
        new string('[', Deep) + new string(']', Deep),
        new string('[', Deep),
        string.Concat(Enumerable.Repeat("{\"a\":", Deep)) + "1" + new string('}', Deep),
        $"\"{new string('x', 70_000)}\"",
        $"\"{string.Concat(Enumerable.Repeat("\\u00e9", 10_000))}\"",
        $"{{\"{new string('n', 70_000)}\":1}}",
        new string('9', 20_000),
        $"[{string.Join(',', Enumerable.Repeat("null", 5_000))}]",
        $"\"{string.Concat(Enumerable.Repeat("{\\\"a\\\":", Deep))}\"",
    ];
}

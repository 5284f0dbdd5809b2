namespace Esms.Toolkit.Tests.Harness;

/// <summary>Texts that are JSON by RFC 8259, and texts that are not: those in a file of their own.</summary>
internal static partial class JsonCases
{
    private static readonly string ManyDigits = new('9', 400);

    /// <summary>What every reader of JSON takes.</summary>
    public static readonly string[] Valid =
    [
        // Structures, and white space around everything.
        "[]",
        "{}",
        "[[]   ]",
        "[\"\"]",
        "[null, 1, \"1\", {}]",
        "[1\n]",
        " [1]",
        "[2] ",
        "\t\r\n [ ]\r",
        "[1,null,null,null,2]",
        "{\n\"a\"\t:\r\n\"b\"\r}",
        "[[[[[[]]]]]]",
        // Any value may be the whole document.
        "\"a\"",
        "42",
        "-0.1",
        "false",
        "null",
        "true",
        "\"\"",
        " null ",
        // Numbers, as large and as exact as anybody likes.
        "[0]",
        "[-0]",
        "[-1]",
        "[-123]",
        "[0e1]",
        "[0e+1]",
        "[0E-0]",
        "[20e1]",
        "[1E22]",
        "[1E-2]",
        "[1E+2]",
        "[123e65]",
        "[123.456e78]",
        "[1.0]",
        "[0.10]",
        "[850.0000]",
        $"[-0.{ManyDigits}]",
        $"[{ManyDigits}]",
        "[1e308]",
        "[18446744073709551616]",
        // Texts.
        "[\"\\u0060\\u012a\\u12AB\\uabCD\"]",
        "[\"\\uD801\\udc37\"]",
        "[\"\\ud83d\\ude39\\ud83d\\udc8d\"]",
        "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
        "[\"\\\\u0000\"]",
        "[\"a/*b*/c/*d//e\"]",
        "[\"\\u0000\\u001f\"]",
        "[\"\\uFFFF\\uFFFE\"]",
        "[\"\u007F\"]",
        "[\"\u00A0\u0085\u2028\u2029\"]",
        "[\"\uFEFF\uFFFE\uFDD0\"]",
        "[\"\U0001F600\U0010FFFF\"]",
        "[\"Đặng 中文 עברית\"]",
        "[\"'\"]",
        "[\"{}[],:\"]",
        "[\"\\u005C\\u0022\"]",
        // Objects. That a name may stand twice is the business of whoever reads the contract.
        "{\"a\":\"b\", \"c\":\"d\"}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"a\":1}",
        "{\"\":0}",
        "{\"a\\u0000b\": 42}",
        "{\"a\":[],\"b\":{}}",
        "{\"\\u0061\":1,\"a\":2}",
        "{\"\U0001F600\":{\"\":[{}]}}",
    ];

    /// <summary>Comments and commas at the end, which contracts may have by choice.</summary>
    public static readonly string[] ValidByChoice =
    [
        "[1,]",
        "{\"a\":1,}",
        "[[],]",
        "[1,\n]",
        "[1,/**/]",
        "[1/**/,]",
        "/*c*/[]",
        "[]//c",
        "[]//c\r",
        "[]//c\n",
        "[]//",
        "[/**/]",
        "{/**/}",
        "{/**/\"a\":/**/1/**/,/**/}",
        "//\n1",
        "1/**/",
        "/***/1",
        "/* * / ** */1",
        "/*/ */1",
        "1//",
        "\"a\"//\"b\"",
        "[1//]\n]",
        "/*\U0001F600\u0085*/1",
        "/**//**/1//\n//",
        "{//{\n}",
        "[1,// ,\r2]",
    ];

    /// <summary>What our reader takes on purpose, and System.Text.Json with comments and commas allowed does not.</summary>
    public static readonly string[] ReadByOursAlone =
    [
        // The compiler hands a contract over as UTF-16, which may have half of a pair. The other reader works on UTF-8, where there is no such thing.
        "[\"\uD83D\"]",
        "[\"a\uDE00\uD83Db\"]",
        "/*\uDE00*/1",
        "//\uD83D\n1",
        // In a comment up to the end of the line the other reader refuses the separators at which JavaScript would end it. To the RFC, which has no
        // comments, they are letters like others.
        "1//\u2028",
        "//\u2029\n1",
        // Between a name and its colon the other reader takes no comment. Ours takes one wherever white space may be.
        "{\"a\"/**/:1}",
        "{\"a\"//\n:1}",
        "{\"a\" /*:*/ /**/:/**/1}",
    ];
}

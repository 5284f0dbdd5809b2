namespace Esms.Toolkit.Fuzz.Mutation;

/// <summary>Pieces of JSON, right and wrong.</summary>
internal static class JsonPieces
{
    public static readonly IReadOnlyList<string> All =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "/", "//", "/*", "*/", "/**/", "//\n", "null", "true", "false", "{}", "[]", "\"\"", "\\\"", "\\u", "\\u0000",
        "\\ud800", "\\udc00\\ud83d", "\\ud83d\\ude00", "\\n", "\\x", "0", "-", "-0", "01", "1.", "1e", "1e+9", "9e999", "0.10", "\0", "\t", "\n", "\r", "\r\n",
        "\f", "\u00A0", "\u0085", "\u2028", "\uFEFF", "\uD800", "\uDC00", "\U0001F600", "'", ";", "NaN", "Infinity", "undefined", "\"a\":1,", ",\"a\":{}",
    ];
}

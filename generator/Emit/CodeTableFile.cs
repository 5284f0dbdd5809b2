using System.Globalization;
using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>The file of the result codes: an open enum, and what each code means to people and to a retry.</summary>
internal static class CodeTableFile
{
    public static GeneratedFile Write(CodeTable table, GeneratorSettings settings)
    {
        var writer = GeneratedFile.Begin("the table of result codes", settings);
        writer.Line();
        writer.Summary("The result code of a call.");
        writer.Remarks("The set is open: a code without a name here arrives as its number. Compare with the names you know, and expect others.");
        writer.Line("public enum EsmsResultCode");
        writer.Open();
        foreach (var (row, i) in table.Rows.Select(static (row, i) => (row, i)))
        {
            if (i > 0)
                writer.Line();
            writer.Summary(row.Summary);
            writer.Line($"{row.Name} = {row.Code.ToString(CultureInfo.InvariantCulture)},");
        }
        writer.Close();
        EmitMeanings(writer, table);
        return new GeneratedFile("EsmsResultCode.g.cs", writer.ToString());
    }

    private static void EmitMeanings(SourceWriter writer, CodeTable table)
    {
        writer.Line();
        writer.Summary("What result codes mean. An operation may give a code another meaning; its documentation says so.");
        writer.Line("public static class EsmsResultCodes");
        writer.Open();
        EmitNames(writer, table);
        writer.Line();
        EmitText(writer, table, "ToEnglish", "English", static row => row.Summary);
        writer.Line();
        EmitText(writer, table, "ToVietnamese", "Vietnamese", static row => row.Vietnamese);
        writer.Line();
        writer.Summary("Returns whether the same request may be accepted later, after waiting, topping up, or asking eSMS.");
        writer.Parameter("code", "The code.");
        writer.Returns("False for codes without a name, because it is not known.");
        writer.Line("public static bool CanRetry(this EsmsResultCode code) => code is");
        var names = table.Rows.Where(static row => row.CanRetry).Select(static row => $"EsmsResultCode.{row.Name}").ToList();
        writer.Continuation(names.Count == 0 ? "(EsmsResultCode)int.MinValue;" : string.Join(" or ", names) + ";");
        writer.Close();
    }

    /// <summary>
    /// All names in one text: what Enum.GetName needs, and a text for each name, would cost every native app more than the names do.
    /// </summary>
    private static void EmitNames(SourceWriter writer, CodeTable table)
    {
        writer.Line("private const string Names = \";\"");
        foreach (var row in table.Rows)
            writer.Continuation($"+ {Literals.Quote($"{row.Code.ToString(CultureInfo.InvariantCulture)}={row.Name};")}");
        writer.Continuation(";");
        writer.Line();
        writer.Summary("Returns the name of a code.");
        writer.Parameter("code", "The code.");
        writer.Returns("Its name in <see cref=\"EsmsResultCode\"/>; null for codes without one.");
        writer.Line("public static string? ToName(this EsmsResultCode code)");
        writer.Open();
        writer.Line($"string key = \";\" + ((int)code).ToString({Global.CultureInfo}.InvariantCulture) + \"=\";");
        writer.Line($"int start = Names.IndexOf(key, {Global.StringComparison}.Ordinal);");
        writer.Line("if (start < 0)");
        writer.Continuation("return null;");
        writer.Line("start += key.Length;");
        writer.Line("return Names.Substring(start, Names.IndexOf(';', start) - start);");
        writer.Close();
    }

    private static void EmitText(SourceWriter writer, CodeTable table, string method, string language, Func<CodeRow, string> text)
    {
        writer.Summary($"Returns what a code means, in {language}.");
        writer.Parameter("code", "The code.");
        writer.Returns("A sentence; null for codes without a name.");
        writer.Line($"public static string? {method}(this EsmsResultCode code) => code switch");
        writer.Open();
        foreach (var row in table.Rows)
            writer.Line($"EsmsResultCode.{row.Name} => {Literals.Quote(text(row))},");
        writer.Line("_ => null,");
        writer.Close(";");
    }
}

using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Check;

/// <summary>A file with the result codes of the service.</summary>
internal static class CodeTableChecker
{
    public static readonly string[] Keys = ["$schema", "codeTable"];

    public static CodeTable Check(JsonNode root, CheckContext context)
    {
        var file = ObjectReader.Open(root, "The file", context.Problems, Keys)!;
        var rows = new NamedMembers<CodeRow>(context.Problems);
        foreach (var member in file.Members("codeTable"))
            rows.Add(member, static row => row.Name, ReadRow(member, context.Problems));
        return new CodeTable(new(rows.Items));
    }

    private static CodeRow? ReadRow(JsonMember member, ProblemList problems)
    {
        if (ObjectReader.Open(member.Value, member.Name, problems, ["name", "summary", "vietnamese", "canRetry"], member.NameRange) is not { } row)
            return null;
        if (!Numbers.TryParseInt32(member.Name, out var code))
            problems.Report(ProblemKinds.OutOfRange, member.NameRange, "codeTable", member.Name, "a code is a whole number, such as \"100\"");
        var name = row.RequireText("name", "the name of the code in C#");
        var summary = row.RequireText("summary", "what the code means, in English")?.Value ?? string.Empty;
        var vietnamese = row.RequireText("vietnamese", "what the code means, in Vietnamese")?.Value ?? string.Empty;
        return name is not null && Names.Check(name.Value, name.Word, problems)
            ? new CodeRow(code, name.Value, summary, vietnamese, row.Flag("canRetry"))
            : null;
    }
}

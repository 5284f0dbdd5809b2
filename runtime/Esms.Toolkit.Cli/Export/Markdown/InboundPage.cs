using System.Text;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.Markdown;

/// <summary>The page of a call that eSMS makes.</summary>
internal static class InboundPage
{
    public static string Write(InboundModel call, ExportSet set)
    {
        var text = new StringBuilder().Put($"# {call.Name}\n\n{call.Summary}\n");
        if (call.Remarks is { } remarks)
            text.Put($"\n{remarks}\n");
        text.Put($"\n- [Documentation of eSMS]({call.Docs})\n");
        if (call.Signature is { } signature)
            text.Put(
                $"- `{signature.In}` has the Base64 of the MD5 of {string.Join(", ", signature.Signed.Select(static name => $"`{name}`"))}, one behind the other, and the private key.\n"
            );
        text.Put($"\n## Read it\n\n```csharp\nvar call = {call.Name}.Parse({Query(call)});\n```\n\n## Parameters\n\n");
        FieldTable.Append(text, call.Parameters, "always");
        if (call.Reply is { } reply)
        {
            text.Put($"\n## Reply\n\nXML, with `{reply.XmlRoot}` as the outermost element.\n\n");
            FieldTable.Append(text, reply.Fields, "needed");
        }
        FieldTable.AppendTypes(text, call.Parameters, set);
        if (call.Samples.Count > 0)
            text.Put("\n## Samples\n");
        foreach (var sample in call.Samples)
            text.Put($"\n### {sample.Name}\n\n```\n?{sample.Query}\n```\n");
        return text.ToString();
    }

    private static string Query(InboundModel call) =>
        call.Samples.Count > 0 ? CSharpValue.Quote($"?{call.Samples[0].Query}") : "request.QueryString.Value!";
}

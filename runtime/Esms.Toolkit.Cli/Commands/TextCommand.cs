using System.CommandLine;

namespace Esms.Cli;

/// <summary><c>esms text</c>: what a text is before it is sent, and what it would be without marks. It calls nobody.</summary>
internal static class TextCommand
{
    public const string Name = "text";

    private static readonly Argument<string?> Text = new("text")
    {
        Description = "The text; without it, or as -, what stands on the standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private static readonly Option<bool> Fold = new("--fold")
    {
        Description = "Prints the text without Vietnamese marks and with plain quotes and dashes, and nothing else.",
    };
    private static readonly Option<string> Channel = new("--channel")
    {
        HelpName = "sms|zalo|viber",
        Description = "How the message goes: only an SMS is cut into parts.",
        DefaultValueFactory = static _ => "sms",
    };
    private static readonly Option<bool> Unicode = new("--unicode") { Description = "It is sent as Unicode (IsUnicode), whatever letters it has." };
    private static readonly Option<decimal?> Price = new("--price") { HelpName = "đồng", Description = "What one SMS, or one message, costs." };
    private static readonly Option<bool> Json = new("--json") { Description = "Prints JSON in the place of a table." };

    public static Command Create()
    {
        Channel.AcceptOnlyFromAmong("sms", "zalo", "viber");
        var command = new Command(Name, "Tells how a text travels, how many SMS it is, and what it would be without Vietnamese marks.")
        {
            Text,
            Fold,
            Channel,
            Unicode,
            Price,
            Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        var rules = result.GetValue(Channel) == "sms" ? EsmsSegmentRules.Sms : EsmsSegmentRules.Whole;
        var report = new TextReport(Read(result.GetValue(Text)), rules, result.GetValue(Unicode), result.GetValue(Price));
        if (result.GetValue(Json))
            output.WriteLine(JsonOutput.Object(report.Write));
        else if (result.GetValue(Fold))
            WriteFolded(report, output, error);
        else
            TextTable.Write(output, [.. report.Rows()]);
        return ExitCodes.Success;
    }

    private static void WriteFolded(TextReport report, TextWriter output, TextWriter error)
    {
        output.WriteLine(report.Folded.Text);
        if (report.Folded.Remaining.Count > 0)
            error.WriteLine($"It still goes out as Unicode, for {TextReport.Letters(report.Folded.Remaining)}.");
    }

    /// <summary>What a pipe gives ends with a line break that nobody means to send.</summary>
    private static string Read(string? given)
    {
        if (given is not (null or "-"))
            return given;
        if (given is null && !Console.IsInputRedirected)
            throw new UsageException("There is no text.", "Give it as an argument, in quotes, or on the standard input.");
        var text = Console.In.ReadToEnd();
        return text.EndsWith('\n') ? text[..^(text.EndsWith("\r\n", StringComparison.Ordinal) ? 2 : 1)] : text;
    }
}

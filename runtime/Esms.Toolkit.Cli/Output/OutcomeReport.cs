using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli;

/// <summary>Tells what became of a call: the answer on the output, everything else on the error output, or all of it as one JSON object.</summary>
internal static class OutcomeReport
{
    /// <param name="writeAnswer">Writes an accepted answer; null writes all its members.</param>
    /// <returns>The exit code.</returns>
    public static int Write(Outcome outcome, ParseResult command, ServiceOptions service, Action<TextWriter, CallResponse>? writeAnswer = null)
    {
        var language = Languages.Choose(command.GetValue(service.Language));
        var (output, error) = (command.InvocationConfiguration.Output, command.InvocationConfiguration.Error);
        if (command.GetValue(service.Json))
            output.WriteLine(JsonOutput.Object(writer => WriteJson(writer, outcome, language)));
        else if (outcome is { IsAccepted: true, Response: { } answer })
            (writeAnswer ?? ((to, response) => WriteAccepted(to, response, outcome)))(output, answer);
        WriteProblem(error, outcome, language);
        return outcome.ExitCode;
    }

    private static void WriteAccepted(TextWriter output, CallResponse answer, Outcome outcome)
    {
        var earlier = answer.WasAlreadyAccepted ? ": an earlier try, whose answer was lost; there is one message" : string.Empty;
        output.WriteLine($"Accepted ({Number(answer.ResultCode)}){earlier}");
        if (outcome.RequestId is { } id)
            output.WriteLine($"RequestId {id}");
        AnswerTable.Write(answer, outcome.Operation, output);
    }

    private static void WriteProblem(TextWriter error, Outcome outcome, Language language)
    {
        if (outcome.IsAccepted)
            return;
        if (outcome is { ExitCode: ExitCodes.Refused, Response: { } refusal })
        {
            error.WriteLine($"Refused: {Describe(refusal.ResultCode, outcome, language)}");
            if (refusal.ServiceMessage is { Length: > 0 } words)
                error.WriteLine($"eSMS says: {Plain.Text(words)}");
        }
        else
        {
            error.WriteLine(outcome.Error);
        }
        foreach (var advice in Advice.For(outcome))
            error.WriteLine(advice);
    }

    private static string Describe(EsmsResultCode code, Outcome outcome, Language language)
    {
        if (code == EsmsResultCode.Unspecified)
            return "without a code.";
        var name = Languages.NameOf(code, outcome.Operation);
        return $"code {Number(code)}{(name is null ? string.Empty : $" ({name})")}. {Languages.Explain(code, outcome.Operation, language)}".TrimEnd();
    }

    private static string Number(EsmsResultCode code) => ((int)code).ToString(CultureInfo.InvariantCulture);

    private static void WriteJson(Utf8JsonWriter writer, Outcome outcome, Language language)
    {
        writer.WriteString("operation", outcome.Operation.Name);
        writer.WriteString("outcome", outcome.Word);
        if (outcome.Response is { } answer)
            WriteAnswer(writer, answer, outcome, language);
        if (outcome.RequestId is { } id)
            writer.WriteString("requestId", id);
        if (outcome.Error is { } error)
            writer.WriteString("error", error);
    }

    private static void WriteAnswer(Utf8JsonWriter writer, CallResponse answer, Outcome outcome, Language language)
    {
        if (answer.ResultCode != EsmsResultCode.Unspecified)
            writer.WriteNumber("code", (int)answer.ResultCode);
        if (Languages.NameOf(answer.ResultCode, outcome.Operation) is { } name)
            writer.WriteString("codeName", name);
        if (Languages.Explain(answer.ResultCode, outcome.Operation, language) is { } meaning)
            writer.WriteString("meaning", meaning);
        if (answer.ServiceMessage is { } words)
            writer.WriteString("serviceMessage", words);
        if (answer.WasAlreadyAccepted)
            writer.WriteBoolean("wasAlreadyAccepted", true);
        writer.WriteStartObject("answer");
        foreach (var (member, json) in answer.Members)
            JsonNodeWriter.Write(writer, member, JsonParser.Parse(json));
        writer.WriteEndObject();
    }
}

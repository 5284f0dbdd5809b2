using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export;

/// <summary>What a field is, in a few sentences: its summary, its unit, its bounds.</summary>
internal static class FieldWords
{
    public static string Describe(Field field) => string.Join(' ', Sentences(field).Where(static sentence => sentence.Length > 0));

    /// <summary>The type in plain words, such as "a date (yyyy-MM-dd HH:mm:ss)".</summary>
    public static string TypeOf(Field field)
    {
        var one = field.Type.Kind switch
        {
            _ when field.Success is not null => field.Success.AreTexts ? "code, in quotes" : "code",
            _ when field.Role == FieldRole.Fixed => $"always `{field.Fixed!.Json}`",
            _ when !field.IsProperty => "text",
            FieldKind.Text => "text",
            FieldKind.Int32 or FieldKind.Int64 => "whole number",
            FieldKind.Decimal => "number",
            FieldKind.Money => "đồng",
            FieldKind.Boolean => "true or false",
            FieldKind.Flag => "0 or 1",
            FieldKind.Date => $"date, `{field.Type.DateForm?.Word()}`",
            FieldKind.Duration => $"number of {field.Type.Unit?.Word()}",
            FieldKind.Map => "object of texts",
            FieldKind.Pairs => "list of `{key, value}`",
            FieldKind.Embedded => $"JSON in a text: {field.Type.Name}",
            _ => field.Type.Name!,
        };
        return (field.Type.IsList ? $"list of: {one}" : one) + (field.AsText ? ", in quotes" : string.Empty);
    }

    private static IEnumerable<string> Sentences(Field field)
    {
        switch (field.Role)
        {
            case FieldRole.ApiKey:
                yield return "The API key of the account. A secret: it travels with every call, and belongs into no log and no repository.";
                yield break;
            case FieldRole.SecretKey:
                yield return "The secret key of the account. A secret: it travels with every call, and belongs into no log and no repository.";
                yield break;
            case FieldRole.Result:
                yield return $"The result code; success is {string.Join(" or ", field.Success!.Values)}.";
                yield break;
            case FieldRole.Message:
                yield return "The text that goes with the code.";
                yield break;
            case FieldRole.Refusal:
                yield return "The text of a refusal that has no code.";
                yield break;
        }
        yield return field.Summary;
        yield return field.Type.Kind switch
        {
            FieldKind.Money => "In đồng.",
            FieldKind.Date => field.Type.DateForm is DateForm.Milliseconds or DateForm.Wcf
                ? "Milliseconds since 1970."
                : $"Written {field.Type.DateForm?.Word()}, on Vietnam's clock (UTC+7).",
            FieldKind.Duration => $"In {field.Type.Unit?.Word()}.",
            _ => string.Empty,
        };
        yield return field.Sandbox ? "A trial is checked, except for its text, and neither sent nor billed; it uses up its RequestId." : string.Empty;
        yield return field.IsRepeatKey ? "A repeat of the call with the same value is refused." : string.Empty;
    }
}

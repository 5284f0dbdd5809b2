using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Check;

/// <summary>Compares single values of samples with the types of their fields.</summary>
/// <param name="problems">Takes what does not fit.</param>
/// <param name="isAnswer">Whether the values are in an answer, which is read more widely than a request is written.</param>
internal sealed class ScalarSampleChecker(ProblemList problems, bool isAnswer)
{
    public void Check(JsonNode value, Field field, string name)
    {
        var (own, what) = OwnForm(field);
        var text =
            value is JsonText { Value: var inQuotes } ? inQuotes
            : value is JsonNumber { Text: var digits } ? digits
            : null;
        var asText = isAnswer && field.AsText ? Accepts.Text : Accepts.Nothing;
        if (!CheckForm(value, name, own | asText | field.Type.Accepts, what) || text is null)
            return;
        CheckUnicode(value, name);
        var isNothing = value is JsonText { Value: "null" } && (field.Type.Accepts & Accepts.NullText) != 0;
        if (isNothing && field.Required)
            Report(value, name, "'null'", "a value, because it is required");
        else if (!isNothing && ValueFormat.Mismatch(text, field.Type, value is JsonNumber) is { } wanted)
            Report(value, name, $"'{text}'", wanted);
        if (text.Length > field.Bounds.MaxLength)
            Report(value, name, $"{text.Length} characters long", $"at most {field.Bounds.MaxLength}");
    }

    /// <summary>An answer need not have a code at each place, and a refused item of a list may have none.</summary>
    public void CheckCode(JsonNode value, string name)
    {
        if (value is JsonNull || !CheckForm(value, name, SuccessCodes.Forms, "a code"))
            return;
        var code =
            value is JsonText text ? text.Value
            : value is JsonNumber number ? number.Text
            : string.Empty;
        if (!ValueFormat.IsInt32(code))
            Report(value, name, $"'{code}'", "a code, which is a whole number");
    }

    public void CheckText(JsonNode value, string name)
    {
        if (CheckForm(value, name, Accepts.Text, "a string"))
            CheckUnicode(value, name);
    }

    /// <summary>Half of a character is no text, and no reader takes it.</summary>
    private void CheckUnicode(JsonNode value, string name)
    {
        if (value is JsonText { Value: var text } && !IsUnicode(text))
            Report(value, name, "a lone surrogate", "valid Unicode");
    }

    private static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }
        return true;
    }

    private (Accepts Form, string What) OwnForm(Field field) =>
        field.Type.Kind switch
        {
            _ when field.AsText && !isAnswer => (Accepts.Text, "a number in quotes"),
            FieldKind.Text or FieldKind.Embedded => (Accepts.Text, "a string"),
            FieldKind.Date => (Accepts.Text, "a date in a string"),
            FieldKind.Boolean => (Accepts.Boolean, "true or false"),
            FieldKind.Flag => (Accepts.Number, "0 or 1"),
            _ => (Accepts.Number, "a number"),
        };

    /// <returns>Whether the value has one of the forms.</returns>
    private bool CheckForm(JsonNode value, string name, Accepts allowed, string what)
    {
        var form = value switch
        {
            JsonText => Accepts.Text,
            JsonNumber => Accepts.Number,
            JsonBoolean => Accepts.Boolean,
            _ => Accepts.Nothing,
        };
        var fits = (form & allowed) != 0 || (value is JsonText { Value: "null" } && (allowed & Accepts.NullText) != 0);
        if (!fits)
            Report(value, name, value.Kind, what);
        return fits;
    }

    private void Report(JsonNode node, string name, string found, string wanted) =>
        problems.Report(ProblemKinds.SampleDoesNotFit, node.Word, name, found, wanted);
}

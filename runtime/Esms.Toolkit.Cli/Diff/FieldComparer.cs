using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Diff;

/// <summary>What is different about fields, which are known by their names on the wire.</summary>
/// <param name="isRequest">Whether the caller gives them, or the service; null where both may.</param>
internal sealed class FieldComparer(ChangeList changes, bool? isRequest)
{
    private bool MayBeGiven => isRequest != false;

    private bool MayBeRead => isRequest != true;

    public void Compare(string place, IEnumerable<Field> before, IEnumerable<Field> after) =>
        ChangeList.CompareAll(
            before,
            after,
            static field => field.Wire,
            field => Removed($"{place}.{field.Wire}", field),
            field => Added($"{place}.{field.Wire}", field),
            (old, now) => Stayed($"{place}.{now.Wire}", old, now)
        );

    /// <summary>Code that uses it is broken, and what was sent is not sent any more.</summary>
    private void Removed(string place, Field field)
    {
        var code = field.IsProperty || IsItemResult(field) ? Breaks.CSharp : Breaks.Nothing;
        var wire = MayBeGiven || !field.IsProperty ? Breaks.Wire : Breaks.Nothing;
        changes.Add(place, "the field is gone", code | wire);
    }

    private void Added(string place, Field field)
    {
        if (!field.IsProperty)
            changes.Add(place, "the field is new", field.Role is FieldRole.Message or FieldRole.Refusal ? Breaks.Nothing : Breaks.Wire);
        else if (field.IsRequiredFromCaller)
            changes.Add(place, "a required field is new", (MayBeGiven ? Breaks.CSharp : Breaks.Nothing) | (MayBeRead ? Breaks.Wire : Breaks.Nothing));
        else
            changes.Add(place, "the field is new", field.Default is null ? Breaks.Nothing : Breaks.Wire);
    }

    private void Stayed(string place, Field before, Field after)
    {
        changes.Compare(place, "what it is", before.Role, after.Role, Breaks.CSharp | Breaks.Wire);
        changes.Compare(place, "the C# name", before.Name, after.Name, Breaks.CSharp);
        CompareType(place, before, after);
        CompareNeed(place, before, after);
        CompareValues(place, before, after);
        CompareBounds(place, before.Bounds, after.Bounds);
        changes.Compare(place, "the elements around it", before.Under, after.Under, Breaks.Wire);
        changes.Compare(place, "the summary", before.Summary, after.Summary, Breaks.Nothing);
        changes.Compare(place, "whether it is private", before.Secret, after.Secret, Breaks.Nothing);
        changes.Compare(place, "whether it makes a trial", before.Sandbox, after.Sandbox, Breaks.Nothing);
    }

    private void CompareType(string place, Field before, Field after)
    {
        var (old, now) = (before.Type, after.Type);
        changes.Compare(place, "the type", TypeForm.Word(old), TypeForm.Word(now), TypeForm.Broken(old, now, MayBeRead));
        changes.Compare(place, "how it is written", Written(old), Written(now), Breaks.Wire);
        changes.Compare(place, "whether it goes out in quotes", before.AsText, after.AsText, Breaks.Wire);
        // What is read beside the type's own form; to take less of it is to refuse answers that were read.
        var lost = (old.Accepts & ~now.Accepts) != 0 && MayBeRead;
        changes.Compare(place, "what is read too", old.Accepts, now.Accepts, lost ? Breaks.Wire : Breaks.Nothing);
    }

    private void CompareNeed(string place, Field before, Field after)
    {
        if (before.Required == after.Required || before.Role != after.Role || !after.IsProperty)
            return;
        var breaks = (after.Required, MayBeRead) switch
        {
            (true, true) => Breaks.CSharp | Breaks.Wire,
            (true, false) => Breaks.CSharp,
            // An answer's member may be null now; a request's may be left out, which only those notice who read it from there.
            (false, true) => Breaks.CSharp,
            _ => BreaksDeclaration(before, after) ? Breaks.CSharp : Breaks.Nothing,
        };
        changes.Add(place, after.Required ? "it is required now" : "it is not required any more", breaks);
    }

    private static string? Written(FieldType type) => type.DateForm?.Word() ?? type.Unit?.Word();

    private void CompareValues(string place, Field before, Field after)
    {
        changes.Compare(place, "the value that is always sent", before.Fixed?.Json, after.Fixed?.Json, Breaks.Wire);
        changes.Compare(
            place,
            "the value when none is given",
            before.Default?.Json,
            after.Default?.Json,
            Breaks.Wire | (BreaksDeclaration(before, after) ? Breaks.CSharp : Breaks.Nothing)
        );
        changes.Compare(place, "the codes of success", Describe(before.Success), Describe(after.Success), Breaks.Wire);
        // Both forms are read.
        changes.Compare(place, "whether the code is in quotes", before.Success?.AreTexts, after.Success?.AreTexts, Breaks.Nothing);
    }

    private void CompareBounds(string place, Bounds before, Bounds after)
    {
        changes.Compare(place, "maxLength", before.MaxLength, after.MaxLength, Tighter(after.MaxLength < (before.MaxLength ?? int.MaxValue)));
        changes.Compare(place, "minCount", before.MinCount, after.MinCount, Tighter(after.MinCount > (before.MinCount ?? 0)));
        changes.Compare(place, "maxCount", before.MaxCount, after.MaxCount, Tighter(after.MaxCount < (before.MaxCount ?? int.MaxValue)));
    }

    /// <summary>A value that was sent is an ArgumentException now.</summary>
    private static Breaks Tighter(bool isTighter) => isTighter ? Breaks.CSharp : Breaks.Nothing;

    /// <summary>An object of a list with a code of its own has the members ResultCode and IsAccepted.</summary>
    private bool IsItemResult(Field field) => field.Role == FieldRole.Result && isRequest is null;

    /// <summary>
    /// Whether a property that was left out has to be given, or is of another type: int? and int are two types, and string? and string are one.
    /// </summary>
    private static bool BreaksDeclaration(Field before, Field after) =>
        (after.IsRequiredFromCaller && !before.IsRequiredFromCaller)
        || (after.IsProperty && before.IsProperty && IsNullable(before) != IsNullable(after) && TypeForm.IsValue(after.Type));

    private static bool IsNullable(Field field) => !field.Required && field.Default is null;

    private static string? Describe(SuccessCodes? codes) => codes is null ? null : $"{string.Join(", ", codes.Values)}, {codes.Place}";
}

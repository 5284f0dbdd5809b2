using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Diff;

/// <summary>What is different about a type. Requests and answers may use it, so what breaks either is told.</summary>
internal static class TypeComparer
{
    public static void Compare(TypeModel before, TypeModel after, ChangeList changes)
    {
        var place = after.Name;
        changes.Compare(place, "the summary", before.Summary, after.Summary, Breaks.Nothing);
        switch (before, after)
        {
            case (EnumModel old, EnumModel now):
                CompareNumbers(old, now, changes);
                break;
            case (ObjectModel old, ObjectModel now):
                CompareObjects(old, now, changes);
                break;
            case (ChoiceModel old, ChoiceModel now):
                CompareChoices(old, now, changes);
                break;
            default:
                changes.Add(place, $"was {Word(before)}, is {Word(after)}", Breaks.CSharp | Breaks.Wire);
                break;
        }
    }

    private static string Word(TypeModel type) =>
        type switch
        {
            EnumModel => "a set of numbers",
            ChoiceModel => "a choice",
            _ => "an object",
        };

    private static void CompareNumbers(EnumModel before, EnumModel after, ChangeList changes) =>
        ChangeList.CompareAll(
            before.Values,
            after.Values,
            static value => $"{value.Number}",
            value => changes.Add($"{after.Name}.{value.Number}", $"{value.Name} is gone", Breaks.CSharp),
            value => changes.Add($"{after.Name}.{value.Number}", $"{value.Name} is new", Breaks.Nothing),
            (old, now) =>
            {
                changes.Compare($"{after.Name}.{now.Number}", "the name", old.Name, now.Name, Breaks.CSharp);
                changes.Compare($"{after.Name}.{now.Number}", "the summary", old.Summary, now.Summary, Breaks.Nothing);
            }
        );

    private static void CompareObjects(ObjectModel before, ObjectModel after, ChangeList changes)
    {
        // A list of positions is no EsmsObject.
        var losesBase = after.IsPositional && !before.IsPositional;
        changes.Compare(
            after.Name,
            "whether each position has a meaning",
            before.IsPositional,
            after.IsPositional,
            Breaks.Wire | (losesBase ? Breaks.CSharp : Breaks.Nothing)
        );
        changes.Compare(after.Name, "the choice that it is a shape of", before.Choice, after.Choice, Breaks.CSharp | Breaks.Wire);
        if (before.IsPositional && after.IsPositional)
            changes.Compare(after.Name, "the order of the positions", Order(before), Order(after), Breaks.Wire);
        new FieldComparer(changes, isRequest: null).Compare(after.Name, before.Fields, after.Fields);
    }

    /// <summary>What is new at the end moves nothing.</summary>
    private static string Order(ObjectModel model) => string.Join(", ", model.Fields.Select(static field => field.Wire));

    private static void CompareChoices(ChoiceModel before, ChoiceModel after, ChangeList changes)
    {
        changes.Compare(after.Name, "the member that tells the shapes apart", before.By, after.By, Breaks.Wire);
        ChangeList.CompareAll(
            before.Cases,
            after.Cases,
            static item => item.Value,
            item => changes.Add($"{after.Name}.{item.Value}", "the shape is gone", Breaks.CSharp | Breaks.Wire),
            item => changes.Add($"{after.Name}.{item.Value}", "the shape is new", Breaks.Nothing),
            (old, now) => changes.Compare($"{after.Name}.{now.Value}", "the object", old.Type, now.Type, Breaks.CSharp)
        );
    }
}

using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli;

/// <summary>An answer as people read it: names in C#, values with their units and meanings, lists of objects as tables.</summary>
internal sealed class AnswerTable(Operation operation, TextWriter output)
{
    public static void Write(CallResponse response, Operation operation, TextWriter output) =>
        new AnswerTable(operation, output).Write(operation.Endpoint.Response, response.Nodes);

    private void Write(IReadOnlyList<Field> fields, IReadOnlyList<JsonMember> members)
    {
        var rows = new List<IReadOnlyList<string>>();
        var lists = new List<(string Name, Field Field, JsonArray Items)>();
        AddRows(rows, lists, fields, members, string.Empty);
        TextTable.Write(output, rows);
        foreach (var (name, field, items) in lists)
            WriteList(name, field, items);
    }

    private void AddRows(
        List<IReadOnlyList<string>> rows,
        List<(string Name, Field Field, JsonArray Items)> lists,
        IReadOnlyList<Field> fields,
        IReadOnlyList<JsonMember> members,
        string prefix
    )
    {
        foreach (var (field, value) in Pair(fields, members))
        {
            var name = prefix + field.Name;
            if (field.Type is { IsList: true, Kind: FieldKind.Object } && value is JsonArray items)
                lists.Add((name, field, items));
            else if (ObjectOf(field) is { } model && value is JsonObject item)
                AddRows(rows, lists, model.Fields, item.Members, $"{name}.");
            else if (value is JsonObject map && field.Type.Kind == FieldKind.Map)
                rows.AddRange(
                    map.Members.Select(
                        IReadOnlyList<string> (member) => [$"{name}.{Plain.Text(member.Name)}", ValueText.Of(member.Value, field, operation)]
                    )
                );
            else
                rows.Add([name, ValueText.Of(value, field, operation)]);
        }
        foreach (var member in members.Where(member => fields.All(field => field.Wire != member.Name)))
            rows.Add([$"{prefix}{Plain.Text(member.Name)} (not in the contract)", Plain.Text(JsonRenderer.Render(member.Value))]);
    }

    /// <summary>Columns are the members that some item has.</summary>
    private void WriteList(string name, Field field, JsonArray items)
    {
        output.WriteLine($"\n{name} ({items.Items.Count})");
        if (ObjectOf(field) is not { } model)
        {
            TextTable.Write(output, [.. items.Items.Select(static item => (IReadOnlyList<string>)[Plain.Text(JsonRenderer.Render(item))])], "  ");
            return;
        }
        var objects = items.Items.OfType<JsonObject>().ToList();
        var columns = model.Fields.Where(column => objects.Any(item => item.Members.Any(member => member.Name == column.Wire))).ToList();
        var rows = new List<IReadOnlyList<string>> { columns.ConvertAll(static column => column.Name.Length > 0 ? column.Name : column.Wire) };
        rows.AddRange(objects.Select(item => (IReadOnlyList<string>)columns.ConvertAll(column => CellOf(item, column))));
        TextTable.Write(output, rows, "  ");
    }

    private string CellOf(JsonObject item, Field column) =>
        item.Members.FirstOrDefault(member => member.Name == column.Wire)?.Value is { } value ? ValueText.Of(value, column, operation) : string.Empty;

    private ObjectModel? ObjectOf(Field field) =>
        field.Type is { Kind: FieldKind.Object, Name: { } name } ? operation.Types.GetValueOrDefault(name) as ObjectModel : null;

    private static IEnumerable<(Field Field, JsonNode Value)> Pair(IReadOnlyList<Field> fields, IReadOnlyList<JsonMember> members) =>
        from field in fields
        where field.IsProperty
        let member = members.FirstOrDefault(member => member.Name == field.Wire)
        where member is not null
        select (field, member.Value);
}

using Esms.Toolkit.Emit;
using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Budgets.Json;

/// <summary>Writes the classes that a person writes for System.Text.Json: one for each answer or request, and for each type in it.</summary>
internal sealed class TwinClasses
{
    private readonly List<string> _lines = [];
    private readonly HashSet<string> _positional;
    private readonly bool _isAnswer;

    private TwinClasses(IReadOnlyList<TypeModel> types, bool isAnswer)
    {
        _isAnswer = isAnswer;
        _positional = [.. types.OfType<ObjectModel>().Where(static type => type.IsPositional).Select(static type => type.Name)];
    }

    /// <summary>The twins of the answers of all operations.</summary>
    public static string OfAnswers(AllContracts contracts) =>
        Write(contracts.Types, "Answers", "", contracts.Endpoints.Select(static endpoint => (endpoint.Operation, endpoint.Response)), isAnswer: true);

    /// <summary>The twins of all requests that are JSON.</summary>
    public static string OfRequests(AllContracts contracts) =>
        Write(
            contracts.Types,
            "Requests",
            "[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, AllowOutOfOrderMetadataProperties = true)]",
            contracts.Endpoints.Where(JsonSamples.IsJson).Select(static endpoint => (endpoint.Operation, endpoint.Request)),
            isAnswer: false
        );

    private static string Write(
        IReadOnlyList<TypeModel> types,
        string space,
        string options,
        IEnumerable<(string Name, EquatableArray<Field> Fields)> roots,
        bool isAnswer
    )
    {
        var classes = new TwinClasses(types, isAnswer);
        var written = roots.ToList();
        classes._lines.Add(
            $$"""
            #nullable enable
            using System.Collections.Generic;
            using System.Text.Json;
            using System.Text.Json.Serialization;
            namespace Twins.{{space}};
            public sealed class Pair { public string? key { get; set; } public string? value { get; set; } }
            """
        );
        foreach (var (name, fields) in written)
            classes.AddClass($"{name}Twin", fields);
        foreach (var type in types)
            classes.AddType(type, types);
        foreach (var (name, _) in written)
            classes._lines.Add($"[JsonSerializable(typeof({name}Twin))]");
        classes._lines.Add($"{options}\npublic sealed partial class {space}Context : JsonSerializerContext;");
        return string.Join('\n', classes._lines);
    }

    private void AddType(TypeModel type, IReadOnlyList<TypeModel> all)
    {
        if (type is ChoiceModel choice)
        {
            _lines.Add($"[JsonPolymorphic(TypeDiscriminatorPropertyName = {Literals.Quote(choice.By)})]");
            foreach (var item in choice.Cases)
                _lines.Add($"[JsonDerivedType(typeof({item.Type}), {Literals.Quote(item.Value)})]");
            _lines.Add($"public abstract class {choice.Name};");
        }
        else if (type is ObjectModel { IsPositional: false } model)
        {
            // The member that tells the shapes apart is System.Text.Json's own.
            var by = all.OfType<ChoiceModel>().FirstOrDefault(parent => parent.Name == model.Choice)?.By;
            AddClass(model.Name, model.Fields.Where(field => field.Wire != by), model.Choice);
        }
    }

    private void AddClass(string name, IEnumerable<Field> fields, string? parent = null)
    {
        _lines.Add($"public sealed class {name}{(parent is null ? "" : $" : {parent}")}\n{{");
        foreach (var (index, field) in fields.Index())
        {
            var member = TwinMember.Of(field, _isAnswer, _positional);
            _lines.Add($"    [JsonPropertyName({Literals.Quote(field.Wire)})] {member.Attribute}public {member.Type} Member{index} {{ get; set; }}");
        }
        // Ours keep the members that no contract knows, and so does a type that is to be the same.
        if (_isAnswer && parent is null)
            _lines.Add("    [JsonExtensionData] public Dictionary<string, JsonElement>? Unknown { get; set; }");
        _lines.Add("}");
    }
}

using Esms.Toolkit.Reader.Model;

namespace Esms.Cli;

/// <summary>An operation of the service, with the types that its contract uses.</summary>
internal sealed record Operation(EndpointModel Endpoint, IReadOnlyDictionary<string, TypeModel> Types)
{
    public string Name => Endpoint.Operation;

    public IEnumerable<Field> Parameters => Endpoint.Request.Where(static parameter => parameter.IsProperty);

    /// <summary>Whether a second call could send, or bill, a second time.</summary>
    public bool IsHarmless => Endpoint.Repeat.Rule == RepeatRule.Safe;

    public Field? Parameter(string name) => Endpoint.Request.FirstOrDefault(field => field.IsProperty && field.Name == name);

    public EnumModel? EnumOf(Field field) => field.Type.Kind == FieldKind.Enum ? Types.GetValueOrDefault(field.Type.Name!) as EnumModel : null;
}

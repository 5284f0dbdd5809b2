using System.Text;
using System.Text.Json;
using Esms.Runtime;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli;

/// <summary>
/// Reads an answer by the contract, with the same helpers and the same leniency as a generated client: what that reads is read here, and what is an
/// error there is one here. The members are kept as they came.
/// </summary>
/// <param name="isLenient">Whether only the code must be right.</param>
internal sealed class AnswerReader(Operation operation, Func<EsmsResultCode, bool> isSuccess, bool isLenient)
{
    private EsmsResultCode? _code;
    private string? _message;
    private string? _refusal;

    public CallResponse Read(ref Utf8JsonReader reader)
    {
        Dictionary<string, string>? members = null;
        HashSet<string> present = [];
        EsmsJson.ExpectObject(ref reader);
        while (EsmsJson.ReadMember(ref reader))
        {
            var ahead = reader;
            EsmsJson.KeepUnknown(ref ahead, ref members);
            var name = Encoding.UTF8.GetString(EsmsJson.NameOf(ref reader));
            if (ReadMember(ref reader, operation.Endpoint.Response.FirstOrDefault(field => field.Wire == name)))
                present.Add(name);
        }
        var result = operation.Endpoint.Response.First(static field => field.Success is not null);
        var code = EsmsJson.RequireResultCode(ref reader, _code, _refusal, result.Wire);
        if (!isLenient && isSuccess(code))
            RequireAll(ref reader, operation.Endpoint.Response.Where(static field => field.Required), present);
        return new CallResponse
        {
            ResultCode = code,
            ServiceMessage = _message ?? _refusal,
            Members = members ?? [],
        };
    }

    /// <returns>Whether there is a value.</returns>
    private bool ReadMember(ref Utf8JsonReader reader, Field? field)
    {
        switch (field?.Role)
        {
            case FieldRole.Result:
                return (_code = ReadCode(ref reader, field)) is not null;
            case FieldRole.Message:
                return (_message = EsmsJson.ReadMessage(ref reader, AcceptOf(field))) is not null;
            case FieldRole.Refusal:
                return (_refusal = EsmsJson.ReadMessage(ref reader, AcceptOf(field))) is not null;
            case FieldRole.Data when !isLenient:
                return ReadData(ref reader, field);
            default:
                EsmsJson.SkipValue(ref reader);
                return true;
        }
    }

    private bool ReadData(ref Utf8JsonReader reader, Field field)
    {
        if (field.Success is not null)
            return ReadCode(ref reader, field) is not null;
        return field.Type.IsList
            ? EsmsJson.ReadList(ref reader, (ref Utf8JsonReader item) => EsmsJson.Item(ref item, ReadSingle(ref item, field) ? field : null))
                is not null
            : ReadSingle(ref reader, field);
    }

    private bool ReadSingle(ref Utf8JsonReader reader, Field field)
    {
        var accept = AcceptOf(field);
        return field.Type.Kind switch
        {
            FieldKind.Text => EsmsJson.ReadString(ref reader, accept) is not null,
            FieldKind.Int64 => EsmsJson.ReadInt64(ref reader, accept) is not null,
            FieldKind.Decimal or FieldKind.Money => EsmsJson.ReadDecimal(ref reader, accept) is not null,
            FieldKind.Boolean => EsmsJson.ReadBoolean(ref reader, accept) is not null,
            FieldKind.Flag => EsmsJson.ReadFlag(ref reader, accept) is not null,
            FieldKind.Date => EsmsJson.ReadDate(ref reader, VietnamTime.FormatOf(field.Type.DateForm!.Value), accept) is not null,
            FieldKind.Map => EsmsJson.ReadMap(ref reader) is not null,
            FieldKind.Pairs => EsmsJson.ReadPairs(ref reader) is not null,
            FieldKind.Embedded => EsmsJson.ReadEmbedded(ref reader, ReaderOf(field)) is not null,
            FieldKind.Object => EsmsJson.ReadObject(ref reader, ReaderOf(field)) is not null,
            _ => EsmsJson.ReadInt32(ref reader, accept) is not null,
        };
    }

    private EsmsJsonRead<object> ReaderOf(Field field) =>
        (ref Utf8JsonReader reader) =>
        {
            ReadDeclared(ref reader, operation.Types[field.Type.Name!]);
            return field;
        };

    private void ReadDeclared(ref Utf8JsonReader reader, TypeModel type)
    {
        if (type is ObjectModel { IsPositional: true } positions)
            ReadPositions(ref reader, positions);
        else if (type is ObjectModel model)
            ReadObject(ref reader, model);
        else if (type is ChoiceModel choice)
            ReadShape(ref reader, choice);
    }

    private void ReadShape(ref Utf8JsonReader reader, ChoiceModel choice)
    {
        var value = EsmsJson.Peek(reader, Encoding.UTF8.GetBytes(choice.By));
        if (choice.Cases.FirstOrDefault(item => item.Value == value) is { } found)
            ReadDeclared(ref reader, operation.Types[found.Type]);
        else
            _ = EsmsJson.UnknownShape<object>(ref reader, choice.By);
    }

    private void ReadObject(ref Utf8JsonReader reader, ObjectModel model)
    {
        HashSet<string> present = [];
        EsmsJson.ExpectObject(ref reader);
        while (EsmsJson.ReadMember(ref reader))
        {
            var name = Encoding.UTF8.GetString(EsmsJson.NameOf(ref reader));
            var field = model.Fields.FirstOrDefault(field => field.Wire == name);
            if (field is null or { Fixed: not null })
                EsmsJson.SkipValue(ref reader);
            else if (ReadData(ref reader, field))
                present.Add(name);
        }
        RequireAll(ref reader, model.Fields.Where(static field => field.IsRequiredFromCaller), present);
    }

    private void ReadPositions(ref Utf8JsonReader reader, ObjectModel model)
    {
        HashSet<string> present = [];
        EsmsJson.ExpectList(ref reader);
        var depth = reader.CurrentDepth;
        foreach (var field in model.Fields)
        {
            if (!field.IsProperty)
                EsmsJson.SkipPosition(ref reader, depth);
            else if (EsmsJson.HasPosition(ref reader, depth) && ReadData(ref reader, field))
                present.Add(field.Name);
        }
        EsmsJson.SkipPositions(ref reader, depth);
        foreach (var field in model.Fields.Where(static field => field.IsRequiredFromCaller))
            EsmsJson.Require(ref reader, present.Contains(field.Name), field.Name);
    }

    private static void RequireAll(ref Utf8JsonReader reader, IEnumerable<Field> fields, HashSet<string> present)
    {
        foreach (var field in fields)
            EsmsJson.Require(ref reader, present.Contains(field.Wire), field.Wire);
    }

    private static EsmsResultCode? ReadCode(ref Utf8JsonReader reader, Field field) =>
        EsmsJson.ReadResultCode(ref reader, (EsmsAccept)field.Success!.Form);

    /// <summary>The forms that are accepted; what goes out in quotes comes back in quotes. Both enums have the same numbers.</summary>
    private static EsmsAccept AcceptOf(Field field) => (EsmsAccept)(field.Type.Accepts | (field.AsText ? Accepts.Text : Accepts.Nothing));
}

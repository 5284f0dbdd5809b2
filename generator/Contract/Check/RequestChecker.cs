using Esms.Toolkit.Contract.Json;
using Esms.Toolkit.Contract.Model;
using Esms.Toolkit.Contract.Problems;

namespace Esms.Toolkit.Contract.Check;

/// <summary>The section "request".</summary>
internal static class RequestChecker
{
    private static readonly string[] Keys = ["name", "type", "required", "credential", "summary"];

    private static readonly Words<Credential> CredentialWords = new(("apiKey", Credential.ApiKey), ("secretKey", Credential.SecretKey));

    public static EquatableArray<RequestField> Check(ObjectCheck contract, FieldTypes types)
    {
        contract.Require("request", "the parameters of the call, the keys among them");
        var fields = new NamedMembers<RequestField>(contract.Problems);
        foreach (var member in contract.Members("request"))
            fields.Add(member, static field => field.Name, ReadField(member, types, contract.Problems));
        return new(fields.Items);
    }

    private static RequestField? ReadField(JsonMember member, FieldTypes types, ProblemList problems)
    {
        if (ObjectCheck.Open(member.Value, member.Name, problems, Keys, member.NameRange) is not { } field)
            return null;
        if (field.Find("credential") is not null)
            return ReadCredential(member, field);
        return new RequestField(
            member.Name,
            types.ReadName(field, member, "Request"),
            types.ReadType(field),
            field.Flag("required"),
            Credential.None,
            field.RequireText("summary", "what the caller puts here")?.Value ?? string.Empty);
    }

    private static RequestField ReadCredential(JsonMember member, ObjectCheck field)
    {
        field.Forbid("credential", "a key comes from the options of the client and has no property of its own", "name", "type", "required", "summary");
        var word = field.RequireText("credential", string.Empty);
        var credential = word is null ? null : CredentialWords.Read("credential", word, field.Problems);
        return new RequestField(member.Name, string.Empty, new FieldType(FieldKind.Text), true, credential ?? Credential.ApiKey, string.Empty);
    }
}

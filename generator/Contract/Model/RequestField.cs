namespace Esms.Toolkit.Contract.Model;

/// <summary>A parameter of a request.</summary>
/// <param name="Wire">The name that the service knows, exactly.</param>
/// <param name="Name">The name of the C# property.</param>
internal sealed record RequestField(string Wire, string Name, FieldType Type, bool Required, Credential Credential, string Summary)
{
    /// <summary>Whether the caller gives the value; credentials come from the connection.</summary>
    public bool IsGivenByCaller => Credential == Credential.None;
}

/// <summary>Which of the account's two keys a field carries.</summary>
internal enum Credential
{
    None,
    ApiKey,
    SecretKey,
}

namespace Esms;

/// <summary>What every object in an answer of eSMS has.</summary>
public abstract class EsmsObject
{
    /// <summary>
    /// Members that the service sent and no contract describes, by their names, as JSON text. Null when there were none. The service adds
    /// members without notice; here they are within reach until a contract knows them.
    /// </summary>
    public IReadOnlyDictionary<string, string>? UnknownMembers { get; init; }
}

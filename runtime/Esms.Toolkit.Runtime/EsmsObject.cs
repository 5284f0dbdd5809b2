namespace Esms;

/// <summary>What every object in an answer of eSMS has.</summary>
public abstract class EsmsObject
{
    /// <summary>
    /// Gets what the service sent and no property holds, by the names of the members, as JSON text: members that no contract describes, and
    /// optional ones whose value could not be read, so that their property is null. Null when there were none. The service adds and changes
    /// members without notice; here they are within reach until a contract knows them.
    /// </summary>
    public IReadOnlyDictionary<string, string>? UnknownMembers { get; init; }
}

using System.Text.Json.Nodes;
using Esms.Toolkit.Reader;
using Esms.Toolkit.Reader.Model;

namespace Esms.Emulator;

/// <summary>A request that is well-formed, and whose keys are right.</summary>
/// <param name="Wire">Its values by their wire names.</param>
/// <param name="Values">The same by what they mean.</param>
internal sealed record Call(
    EndpointModel Endpoint,
    EmulatorAccount Account,
    IReadOnlyDictionary<string, JsonNode?> Wire,
    FieldValues Values,
    EmulatorWorld World
)
{
    public MessageStore Store => World.Store;
}

/// <summary>What rules work with.</summary>
internal sealed record EmulatorWorld(
    EsmsEmulatorOptions Options,
    EmulatorClock Clock,
    ContractLibrary Library,
    MessageStore Store,
    ChangeFeed Changes
)
{
    public EmulatorCatalogue Catalogue => Options.Catalogue;
}

using System.Text.Json.Serialization;

namespace Esms.Toolkit.Peers;

/// <summary>The JSON code of System.Text.Json's own generator for the types here.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CareMessage))]
[JsonSerializable(typeof(CareReceipt))]
[JsonSerializable(typeof(StatusReport))]
public sealed partial class PeerJsonContext : JsonSerializerContext;

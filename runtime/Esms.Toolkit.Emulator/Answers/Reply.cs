using System.Text.Json.Nodes;

namespace Esms.Emulator;

/// <summary>What a rule says to a request.</summary>
internal sealed record Reply
{
    /// <summary>The answer of an accepted call; null for a refusal.</summary>
    public JsonObject? Answer { get; private init; }

    /// <summary>The code of a refusal.</summary>
    public EsmsResultCode Code { get; private init; } = EsmsResultCode.Success;

    /// <summary>Why it is refused, in plain words, for the developer at this machine.</summary>
    public string? Why { get; private init; }

    /// <summary>Members of the refusal by their C# names, where its contract has them.</summary>
    public IReadOnlyDictionary<string, object?> Extra { get; private init; } = new Dictionary<string, object?>();

    /// <summary>The message that was made.</summary>
    public string? MessageId { get; private init; }

    public static Reply Accepted(JsonObject answer, string? messageId = null) => new() { Answer = answer, MessageId = messageId };

    public static Reply Refused(EsmsResultCode code, string why, params ReadOnlySpan<(string Name, object? Value)> extra) =>
        new()
        {
            Code = code,
            Why = why,
            Extra = extra.ToArray().ToDictionary(static pair => pair.Name, static pair => pair.Value),
        };
}

using Microsoft.AspNetCore.Http;

namespace Esms.Emulator;

/// <summary>Which messages to list, as the query of an address has it.</summary>
internal sealed record MessageFilter(string? Text, string? Account, string? Channel, string? Outcome, long? Before, int? Limit)
{
    /// <exception cref="BadHttpRequestException">There is no such channel or outcome.</exception>
    public EmulatedMessageQuery ToQuery() =>
        new()
        {
            Text = Text,
            Account = Account,
            Channel = Parse<EmulatedChannel>(Channel, "channel"),
            Outcome = Parse<EmulatedOutcome>(Outcome, "outcome"),
            Before = Before,
            Limit = Limit ?? 50,
        };

    private static T? Parse<T>(string? value, string name)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(value))
            return null;
        return Enum.TryParse<T>(value, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed)
            ? parsed
            : throw new BadHttpRequestException($"{name} is {value}; it is one of {string.Join(", ", Enum.GetNames<T>())}.");
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Model;

namespace Esms.Emulator;

/// <summary>The numbers of the message types, as contracts/shared/MessageType.esms.json names them, and what a request says of its own.</summary>
internal static class MessageTypes
{
    public const int Advertising = 1;
    public const int CustomerCare = 2;
    public const int FixedNumber = 8;
    public const int Viber = 23;
    public const int ZaloPriority = 24;
    public const int ZaloNormal = 25;
    public const int ZaloFollower = 26;
    public const int ZaloJourney = 27;

    public static bool IsZalo(int type) => type is >= ZaloPriority and <= ZaloJourney;

    /// <summary>Whether a field tells the type of a message, in one of the spellings of the service.</summary>
    public static bool IsTypeField(Field field) =>
        field.Name == "MessageType" || (!field.IsProperty && field.Wire is "SmsType" or "Smstype" or "SMSTYPE" or "Type");

    /// <returns>The type that the request tells, or that never changes; null when there is none.</returns>
    public static int? Of(FieldValues values) => Number(values.Text("MessageType") ?? values.Fixed("SmsType", "Smstype", "SMSTYPE", "Type"));

    /// <summary>How far the type that a request asks for is from what an operation sends: several operations have one address, and the type decides.</summary>
    /// <returns>0 for its own type, or when none is asked for; 1 for another that travels alike; 2 for one of Zalo where none of Zalo is sent, and the other way round.</returns>
    public static int DistanceOf(EndpointModel endpoint, IReadOnlyDictionary<string, JsonNode?> values)
    {
        if (
            endpoint.Request.FirstOrDefault(IsTypeField) is not { } field
            || values.GetValueOrDefault(field.Wire)?.ToString() is not { Length: > 0 } asked
        )
            return 0;
        var isZalo = Number(asked) is { } type && IsZalo(type);
        if (field.Fixed is { } always)
            return always.Text == asked ? 0
                : isZalo ? 2
                : 1;
        return endpoint.RequestField("OfficialAccountId") is null || isZalo ? 0 : 2;
    }

    private static int? Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}

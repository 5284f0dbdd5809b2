using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Esms.Toolkit.Hostile.Server;
using Esms.Toolkit.Peers;

namespace Esms.Toolkit.Hostile.Sends;

/// <summary>The sends of a run, as the client is given them and as the service reads and answers them. Each can be told from all others.</summary>
internal static class Messages
{
    /// <summary>One of so many texts fits no template.</summary>
    private const int RefusedOf = 50;

    private static readonly CompositeFormat Text = CompositeFormat.Parse("{0}: {1} la ma xac minh cua ban");

    /// <summary>Half of the sends have an id of the caller's; the client gives one to the others.</summary>
    public static SendCustomerCareRequest Make(int send) =>
        new()
        {
            Brandname = "Baotrixemay",
            Phone = string.Create(CultureInfo.InvariantCulture, $"09{send:00000000}"),
            Content = ContentOf(send),
            RequestId = send % 2 == 0 ? string.Create(CultureInfo.InvariantCulture, $"order-{send}") : null,
        };

    public static string SmsIdOf(int send) => string.Create(CultureInfo.InvariantCulture, $"sms-{send}");

    public static bool IsRefused(int send) => send % RefusedOf == RefusedOf - 1;

    /// <returns>Null when the body is not, to the letter, what the client was given.</returns>
    public static Message? Read(byte[] body)
    {
        try
        {
            var fields = JsonNode.Parse(body)!;
            var phone = (string)fields["Phone"]!;
            var send = int.Parse(phone.AsSpan(2), CultureInfo.InvariantCulture);
            var isWhole = (string)fields["Content"]! == ContentOf(send) && (string)fields["SecretKey"]! == Published.SecretKey;
            return isWhole && (string?)fields["RequestId"] is { Length: > 0 } requestId ? new Message(send, requestId) : null;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or NullReferenceException)
        {
            return null;
        }
    }

    /// <summary>Does what the service does with a send.</summary>
    public static string Answer(Journal journal, Message message)
    {
        if (IsRefused(message.Send))
            return """{ "CodeResult": "146", "CountRegenerate": 0, "ErrorMessage": "Sai template Brandname CSKH" }""";
        return journal.TryAccept(message.RequestId, message.Send)
            ? $$"""{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "{{SmsIdOf(message.Send)}}" }"""
            : """{ "CodeResult": "124", "CountRegenerate": 0, "ErrorMessage": "Request exist 1", "SendStatus": "1" }""";
    }

    /// <summary>Texts of all lengths, so that what stands in a buffer from before would show.</summary>
    private static string ContentOf(int send) =>
        string.Format(CultureInfo.InvariantCulture, Text, send, new string((char)('a' + (send % 26)), 6 + (send * 7 % 400)));
}

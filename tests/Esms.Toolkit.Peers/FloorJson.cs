using System.Text.Json;

namespace Esms.Toolkit.Peers;

/// <summary>The JSON of the floor, straight over Utf8JsonReader and Utf8JsonWriter.</summary>
public static class FloorJson
{
    public delegate T AnswerReader<out T>(ReadOnlySpan<byte> json);

    public static StatusReport ReadStatus(ReadOnlySpan<byte> json)
    {
        string? code = null,
            smsId = null;
        int? failed = null,
            status = null,
            success = null,
            receivers = null,
            sent = null;
        decimal? price = null;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("CodeResponse"u8))
                code = Text(ref reader);
            else if (reader.ValueTextEquals("SMSID"u8))
                smsId = Text(ref reader);
            else if (reader.ValueTextEquals("SendFailed"u8))
                failed = Number(ref reader);
            else if (reader.ValueTextEquals("SendStatus"u8))
                status = Number(ref reader);
            else if (reader.ValueTextEquals("SendSuccess"u8))
                success = Number(ref reader);
            else if (reader.ValueTextEquals("TotalPrice"u8))
                price = reader.Read() ? reader.GetDecimal() : null;
            else if (reader.ValueTextEquals("TotalReceiver"u8))
                receivers = Number(ref reader);
            else if (reader.ValueTextEquals("TotalSent"u8))
                sent = Number(ref reader);
            else
                reader.Skip();
        }
        return new StatusReport
        {
            CodeResponse = code,
            SmsId = smsId,
            SendFailed = failed,
            SendStatus = status,
            SendSuccess = success,
            TotalPrice = price,
            TotalReceiver = receivers,
            TotalSent = sent,
        };
    }

    public static CareReceipt ReadReceipt(ReadOnlySpan<byte> json)
    {
        string? code = null,
            smsId = null,
            message = null,
            status = null;
        int? count = null;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("CodeResult"u8))
                code = Text(ref reader);
            else if (reader.ValueTextEquals("CountRegenerate"u8))
                count = Number(ref reader);
            else if (reader.ValueTextEquals("SMSID"u8))
                smsId = Text(ref reader);
            else if (reader.ValueTextEquals("ErrorMessage"u8))
                message = Text(ref reader);
            else if (reader.ValueTextEquals("SendStatus"u8))
                status = Text(ref reader);
            else
                reader.Skip();
        }
        return new CareReceipt
        {
            CodeResult = code,
            CountRegenerate = count,
            SmsId = smsId,
            ErrorMessage = message,
            SendStatus = status,
        };
    }

    public static void Write(Utf8JsonWriter writer, CareMessage message, string apiKey, string secretKey)
    {
        writer.WriteStartObject();
        writer.WriteString("ApiKey"u8, apiKey);
        writer.WriteString("Content"u8, message.Content);
        writer.WriteString("Phone"u8, message.Phone);
        writer.WriteString("SecretKey"u8, secretKey);
        writer.WriteString("Brandname"u8, message.Brandname);
        writer.WriteString("SmsType"u8, "2"u8);
        WriteGiven(writer, "IsUnicode"u8, message.IsUnicode);
        WriteGiven(writer, "Sandbox"u8, message.Sandbox);
        WriteGiven(writer, "campaignid"u8, message.CampaignId);
        WriteGiven(writer, "RequestId"u8, message.RequestId);
        WriteGiven(writer, "CallbackUrl"u8, message.CallbackUrl);
        WriteGiven(writer, "SendDate"u8, message.SendDate);
        writer.WriteEndObject();
    }

    private static void WriteGiven(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    private static string? Text(ref Utf8JsonReader reader) => reader.Read() ? reader.GetString() : null;

    private static int? Number(ref Utf8JsonReader reader) => reader.Read() ? reader.GetInt32() : null;
}

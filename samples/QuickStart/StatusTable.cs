using System.Globalization;
using Esms;

namespace QuickStart;

/// <summary>Shows a status on the console.</summary>
internal static class StatusTable
{
    public static void Print(GetSendStatusResponse status)
    {
        // The dot between thousands is how prices are written in Vietnam.
        var price = status.TotalPrice?.ToString("#,##0.##", CultureInfo.GetCultureInfo("vi-VN"));
        Row("Message id", status.SmsId);
        Row("Status", status.SendStatus?.ToString());
        Row("Success", status.SendSuccess?.ToString(CultureInfo.InvariantCulture));
        Row("Failed", status.SendFailed?.ToString(CultureInfo.InvariantCulture));
        Row("Price", price is null ? null : $"{price} đồng");
    }

    private static void Row(string name, string? value) => Console.WriteLine($"  {name, -12} {value ?? "not told"}");
}

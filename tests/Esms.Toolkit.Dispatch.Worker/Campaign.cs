using System.Globalization;

namespace Esms.Dispatching.Worker;

/// <summary>Messages of a campaign, each with its number in its text, by which a journal is compared with it.</summary>
internal static class Campaign
{
    /// <summary>The brandname that the emulator knows.</summary>
    public const string Brandname = "Baotrixemay";

    public static EsmsBatch Batch(string name, int count) => EsmsBatch.Of(name, Enumerable.Range(1, count).Select(static number => Message(number)));

    public static SendCustomerCareRequest Message(int number, string brandname = Brandname) =>
        new()
        {
            Brandname = brandname,
            Phone = string.Create(CultureInfo.InvariantCulture, $"09{number % 100_000_000:00000000}"),
            Content = string.Create(CultureInfo.InvariantCulture, $"Don hang {number} da duoc giao"),
        };
}

using System.CommandLine;
using System.Globalization;
using Esms.Toolkit.Reader.Problems;

namespace Esms.Cli;

/// <summary>What an SMS costs: for all, or for a network.</summary>
internal static class PriceOption
{
    public static Option<string[]> Create() =>
        new("--price")
        {
            HelpName = "đồng|network=đồng",
            Description = "What one SMS costs, for the estimate; for a network as viettel=790. It can be given several times.",
        };

    /// <exception cref="UsageException">It is no price.</exception>
    public static EsmsPriceTable Read(IEnumerable<string> given)
    {
        var table = new EsmsPriceTable();
        foreach (var text in given)
        {
            var parts = text.Split('=', 2);
            if (!decimal.TryParse(parts[^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price))
                throw new UsageException($"--price: '{parts[^1]}' is no amount in đồng, such as 850 or 790.5.");
            if (parts.Length == 1)
                table.Set(price);
            else if (Enum.TryParse<EsmsCarrier>(parts[0], ignoreCase: true, out var carrier) && Enum.IsDefined(carrier))
                table.Set(price, carrier);
            else
                throw new UsageException($"--price: there is no network '{parts[0]}'{Suggestion.For(parts[0], Enum.GetNames<EsmsCarrier>())}");
        }
        return table;
    }
}

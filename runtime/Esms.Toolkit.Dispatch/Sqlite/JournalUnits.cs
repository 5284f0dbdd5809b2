namespace Esms.Dispatching.Sqlite;

/// <summary>The units of times and money in the journal.</summary>
internal static class JournalUnits
{
    private const decimal MoneyUnit = 10_000m;

    /// <summary>An unknown cost.</summary>
    public const long UnknownCost = -1;

    public static long ToUnits(decimal money) => (long)decimal.Ceiling(money * MoneyUnit);

    public static decimal ToMoney(long units) => units / MoneyUnit;

    public static long ToUnits(decimal? cost) => cost is { } known ? ToUnits(known) : UnknownCost;

    public static decimal? ToCost(long units) => units == UnknownCost ? null : ToMoney(units);

    public static long ToUnits(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static DateTimeOffset ToTime(long units) => DateTimeOffset.FromUnixTimeMilliseconds(units);
}

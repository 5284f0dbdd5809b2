using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Esms.Cli.Tests.SendingMany;

/// <summary>A file with twelve people, and what happens to it.</summary>
internal static class PeopleDesk
{
    public const int Count = 12;

    public static readonly IEnumerable<(string Phone, string Text)> People = Enumerable
        .Range(1, Count)
        .Select(static i => (PhoneOf(i), $"Cam on {i}"));

    public static string PhoneOf(int person) => string.Create(CultureInfo.InvariantCulture, $"09018884{person:D2}");

    public static string FileOf(IEnumerable<(string Phone, string Text)> rows) =>
        rows.Aggregate(new StringBuilder("phone,content\n"), static (csv, row) => csv.Append(row.Phone).Append(',').Append(row.Text).Append('\n'))
            .ToString();

    public static void AssertEachHasOne(Desk desk, int people = Count)
    {
        Assert.Equal(
            Enumerable.Range(1, people).Select(PhoneOf),
            desk.Emulator.Messages.Select(static message => message.Recipient).Order(StringComparer.Ordinal)
        );
    }

    public static void Execute(string outbox, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={outbox};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public static Task<CliResult> SendAsync(Desk desk, string csv, params IEnumerable<string> options) =>
        desk.CallAsync(["send-many", desk.Write("messages.csv", csv), "--brand", "Baotrixemay", "--yes", .. options]);

    public static Task<CliResult> InterruptAsync(Desk desk, string csv, params IEnumerable<string> options) =>
        desk.InterruptAsync(3, ["send-many", desk.Write("messages.csv", csv), "--brand", "Baotrixemay", "--yes", .. options]);
}

using Esms.Storage;

namespace Esms.Emulator;

/// <summary>The one-time codes that the service has made.</summary>
internal sealed class OneTimeCodes(Database database, EmulatorClock clock)
{
    public void Add(string account, string phone, string code, TimeSpan validFor)
    {
        var now = clock.Now;
        database.Execute("DELETE FROM codes WHERE expires <= @1", now - (long)TimeSpan.FromDays(1).TotalMilliseconds);
        database.Execute(
            "INSERT OR REPLACE INTO codes (account, phone, code, expires) VALUES (@1, @2, @3, @4)",
            account,
            phone,
            code,
            now + (long)validFor.TotalMilliseconds
        );
    }

    /// <summary>Whether any code was made for the phone number lately.</summary>
    public bool Knows(string account, string phone) =>
        database.Number("SELECT count(*) FROM codes WHERE account = @1 AND phone = @2", account, phone) > 0;

    /// <returns>Whether the code is right; it is used up then.</returns>
    public bool TryUse(string account, string phone, string code) =>
        database.Execute(
            "UPDATE codes SET used = 1 WHERE account = @1 AND phone = @2 AND code = @3 AND used = 0 AND expires > @4",
            account,
            phone,
            code,
            clock.Now
        ) == 1;
}

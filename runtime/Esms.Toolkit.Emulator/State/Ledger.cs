using Esms.Storage;

namespace Esms.Emulator;

/// <summary>
/// What the accounts have spent. A message is charged when it is accepted; what is not delivered is paid back when its end is known.
/// </summary>
internal sealed class Ledger(Database database, EmulatorClock clock)
{
    public decimal BalanceOf(EmulatorAccount account) =>
        account.Balance
        - MessageSql.ToMoney(
            database.Transact(() =>
            {
                PayBack(account.Name);
                return database.Number("SELECT spent FROM accounts WHERE name = @1", account.Name);
            })
        );

    /// <summary>Inside of the transaction that stores the message.</summary>
    /// <returns>False when there is too little.</returns>
    public bool TryCharge(EmulatorAccount account, decimal price)
    {
        if (BalanceOf(account) < price)
            return false;
        Charge(account.Name, MessageSql.ToUnits(price));
        return true;
    }

    public void Charge(string account, long units) =>
        database.Execute(
            "INSERT INTO accounts (name, spent) VALUES (@1, @2) ON CONFLICT (name) DO UPDATE SET spent = spent + excluded.spent",
            account,
            units
        );

    /// <summary>Only what has come to its end since the last time is looked at.</summary>
    private void PayBack(string account)
    {
        var now = clock.Now;
        var owed = database.Number(
            "SELECT sum(refund) FROM messages WHERE account = @1 AND refund > 0 AND refunded = 0 AND finished <= @2",
            account,
            now
        );
        if (owed == 0)
            return;
        database.Execute("UPDATE messages SET refunded = 1 WHERE account = @1 AND refund > 0 AND refunded = 0 AND finished <= @2", account, now);
        Charge(account, -owed);
    }
}

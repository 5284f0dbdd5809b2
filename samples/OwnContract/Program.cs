using Esms;
using Esms.Emulator;
using OwnContract;

// The emulator serves the contract of this project beside the built-in ones; with options of your own the calls go to eSMS.
await using var emulator = await EsmsEmulator.StartAsync(new EsmsEmulatorOptions { ContractFolder = AppContext.BaseDirectory });
using var esms = new EsmsClient(emulator.Options);

// A call that the toolkit brings, and one that this project adds with nothing but ListOfficialAccounts.esms.json.
var status = await esms.Messages.GetSendStatusAsync("434a124c-7818-4f45-bdf2-7f7b07fff210100");
var accounts = await new MyOfficialAccountsClient(esms.Connection).ListOfficialAccountsAsync();

Console.WriteLine($"Status: {status.SendStatus}");
foreach (var account in accounts.OfficialAccounts)
    Console.WriteLine($"Official Account {account.Id}: {account.Name}");

using Esms;

// Run as: <program> <address of the emulator> <api key> <secret key>. Prints an answer of the toolkit's and one of this project's own contract.
using var esms = new EsmsClient(
    new EsmsOptions
    {
        BaseAddress = new Uri(args[0]),
        ApiKey = args[1],
        SecretKey = args[2],
    }
);

var status = await esms.Messages.GetSendStatusAsync("434a124c-7818-4f45-bdf2-7f7b07fff210100");
var sends = await new ShopClient(esms.Connection).CountSendsAsync("Bánh mì & phở");

Console.WriteLine($"{status.SendStatus}, {status.TotalPrice} đồng, {sends.Count} sends");
return (status.SendStatus, status.TotalPrice, sends.Count) == (SendStatus.Finished, 850m, 42) ? 0 : 1;

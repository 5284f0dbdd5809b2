using System.Globalization;
using Esms;

// Run as: App <address of the server> <api key> <secret key> <message id>. Prints status and price, and exits with 1 when they are not the published
// ones.
using var esms = new EsmsClient(
    new EsmsOptions
    {
        ApiKey = args[1],
        SecretKey = args[2],
        BaseAddress = new Uri(args[0]),
    }
);
var report = await esms.Messages.GetSendStatusAsync(args[3]);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(int?)report.SendStatus} {report.TotalPrice}"));
return report is { SendStatus: SendStatus.Finished, TotalPrice: 850m } ? 0 : 1;

using System.Globalization;
using Esms.Toolkit.Peers;

// Run as: App <address of the server> <api key> <secret key> <message id>. Prints status and price, and exits with 1 when they are not the published
// ones.
using var handler = new SocketsHttpHandler
{
    AllowAutoRedirect = false,
    UseCookies = false,
    UseProxy = false,
};
using var esms = new FloorClient(handler, args[0].TrimEnd('/'), args[1], args[2]);
var report = await esms.GetSendStatusAsync(args[3]);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.SendStatus} {report.TotalPrice}"));
return report is { SendStatus: 5, TotalPrice: 850m } ? 0 : 1;

using Esms;
using Orders;
using Parcels;

// Run as the others. Two libraries have a contract of the same name, each in its own namespace.
using var connection = new EsmsConnection(
    new EsmsOptions
    {
        BaseAddress = new Uri(args[0]),
        ApiKey = args[1],
        SecretKey = args[2],
    }
);

var orders = await new Orders.ShopClient(connection).CountSendsAsync("Bánh mì & phở");
var parcels = await new Parcels.ShopClient(connection).CountSendsAsync("Bánh mì & phở");

Console.WriteLine($"{orders.Count} of orders, {parcels.Count} of parcels");

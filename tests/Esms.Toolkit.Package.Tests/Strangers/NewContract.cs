using Esms;
using Parcels;

// Run as the others. Calls what dotnet new esms-contract has made.
using var connection = new EsmsConnection(
    new EsmsOptions
    {
        BaseAddress = new Uri(args[0]),
        ApiKey = args[1],
        SecretKey = args[2],
    }
);

var parcel = await new ParcelClient(connection).CheckParcelAsync("a parcel");

Console.WriteLine($"{(int)parcel.ResultCode}, {parcel.Count}");

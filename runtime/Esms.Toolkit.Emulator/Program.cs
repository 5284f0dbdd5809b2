using System.Globalization;
using Esms.Emulator;
using Microsoft.Extensions.Configuration;

var arguments = new ConfigurationBuilder().AddCommandLine(args).Build();
var options = new EsmsEmulatorOptions
{
    Port = arguments.GetValue("port", 0),
    ContractFolder = arguments["contracts"],
};
await using var emulator = await EsmsEmulator.StartAsync(options);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
    The eSMS emulator listens on {emulator.BaseAddress}
      ApiKey    {options.ApiKey}
      SecretKey {options.SecretKey}
    Nothing is sent anywhere. Ctrl-C stops it.
    """));
await emulator.WaitForShutdownAsync();

using Esms.Emulator;

await using var emulator = await EsmsEmulator.StartAsync();
Console.WriteLine("waits");
await Task.Delay(-1);

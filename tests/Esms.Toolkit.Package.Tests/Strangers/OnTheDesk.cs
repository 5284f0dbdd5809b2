using Esms;
using Esms.Emulator;

await using var emulator = await EsmsEmulator.StartAsync(new EsmsEmulatorOptions { Clock = EmulatorClock.Stopped() });
using var esms = new EsmsClient(emulator.Options);

var sent = await esms.Sms.SendCustomerCareAsync(
    new()
    {
        Brandname = "Baotrixemay",
        Phone = "0901888484",
        Content = "686868 la ma xac minh cua ban",
    }
);
emulator.Clock.Advance(TimeSpan.FromMinutes(1));

Console.WriteLine(emulator.Messages.Find(sent.SmsId)!.Outcome);

using System.Globalization;
using Esms.Toolkit.Hostile.Clock;
using Esms.Toolkit.Hostile.Load;
using Esms.Toolkit.Hostile.Sends;
using Esms.Toolkit.Peers;

// sends: nothing may be sent twice or lost, whatever breaks. load: many calls at a time must leave neither memory nor sockets behind.
if (args is [LoopbackService.Verb])
{
    await LoopbackService.RunAsync();
    return 0;
}
if (args is [SetBackRun.Verb, var address])
{
    await SetBackRun.RunAsync(new Uri(address));
    return 0;
}
if (args is not ["sends" or "load", ..])
{
    await Console.Error.WriteLineAsync(
        "dotnet run -c Release --project tests/Esms.Toolkit.Hostile -- sends|load [--count N] [--seed N] [--in-flight N] [--without-key]"
    );
    return 2;
}
if (args[0] == "load")
    return await new LoadRun(Option("--count", 200_000), Option("--in-flight", 1000)).RunAsync() ? 0 : 1;

var withoutKey = args.Contains("--without-key");
var isAsExpected = true;
foreach (
    var seed in args.Contains("--seed") ? [Option("--seed", 1)]
    : withoutKey ? [1]
    : (int[])[1, 2, 3]
)
{
    var counts = await new SendsRun(seed, Option("--count", 20_000), Option("--in-flight", 64), withoutKey).RunAsync();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(withoutKey ? "without key, " : string.Empty)}seed {seed}: {counts}"));
    // Without the key, duplicates are what shows that the run can find them.
    isAsExpected &= withoutKey ? counts.Twice > 0 : counts.IsRight;
    foreach (var wrong in withoutKey ? [] : counts.Wrong.Take(10))
        Console.WriteLine($"  {wrong}");
}
return isAsExpected ? 0 : 1;

int Option(string name, int otherwise) =>
    Array.IndexOf(args, name) is var at and >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

using Esms.Toolkit.Budgets.Calls;
using Esms.Toolkit.Budgets.Dispatch;
using Esms.Toolkit.Budgets.Dispatch.SlowDisk;
using Esms.Toolkit.Budgets.Generator;
using Esms.Toolkit.Budgets.Json;
using Esms.Toolkit.Budgets.Measuring;
using Esms.Toolkit.Budgets.Native;
using Esms.Toolkit.Budgets.RabbitMq;
using Esms.Toolkit.Peers;

if (args is [LoopbackService.Verb])
{
    await LoopbackService.RunAsync();
    return 0;
}
if (args is [EnqueueServer.Verb])
{
    await EnqueueServer.RunAsync();
    return 0;
}

(string Name, Func<Ledger, Task> MeasureAsync)[] groups =
[
    ("calls", CallBudgets.MeasureAsync),
    ("loopback", LoopbackBudgets.MeasureAsync),
    ("native", NativeBudgets.MeasureAsync),
    ("json", JsonBudgets.MeasureAsync),
    ("generator", GeneratorBudgets.MeasureAsync),
    ("dispatch", DispatchBudgets.MeasureAsync),
    ("slow-disk", SlowDiskBudgets.MeasureAsync),
    ("rabbitmq", RabbitMqBudgets.MeasureAsync),
];

var ledger = new Ledger(Console.Out);
foreach (var (name, measureAsync) in groups)
{
    if (args.Length == 0 || args.Contains(name))
        await measureAsync(ledger);
}
return ledger.IsKept ? 0 : 1;

using Esms.Emulator;

namespace Esms.Dispatching.Tests.Harness;

/// <summary>Fault scripts.</summary>
internal static class Faults
{
    public static FaultScript Of(params FaultRule[] rules)
    {
        var script = new FaultScript();
        foreach (var rule in rules)
            script.Rules.Add(rule);
        return script;
    }

    public static FaultScript Of(FaultKind kind, int? times = null) => Of(new FaultRule { Kind = kind, Times = times });
}

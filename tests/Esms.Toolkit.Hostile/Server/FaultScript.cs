namespace Esms.Toolkit.Hostile.Server;

/// <summary>
/// Says what happens to which try. It depends on the seed, the send and the number of the try alone, whatever runs at the same time.
/// </summary>
internal sealed class FaultScript(int seed)
{
    /// <summary>How many of a hundred tries go wrong.</summary>
    private const int Percent = 30;

    /// <summary>Faults that make the client wait stand once, all others three times: so a run is quick.</summary>
    private static readonly Fault[] Faults =
    [
        Fault.HangBefore,
        Fault.HangAfter,
        Fault.LateSuccess,
        Fault.LateAcceptance,
        .. Enumerable
            .Repeat(
                new[]
                {
                    Fault.RefuseConnection,
                    Fault.ResetBefore,
                    Fault.TooManyRequests,
                    Fault.ErrorBefore,
                    Fault.Busy,
                    Fault.ResetAfter,
                    Fault.HalfBody,
                    Fault.SlowBody,
                    Fault.HtmlPage,
                    Fault.ErrorAfter,
                    Fault.TwiceInOneBody,
                    Fault.SecondResponse,
                },
                3
            )
            .SelectMany(static faults => faults),
    ];

    private static readonly int[] Errors = [500, 502, 503];

    public Fault FaultOf(Try @try)
    {
        var chance = Mix(@try, 0);
        return chance % 100 < Percent ? Faults[(int)(chance / 100 % (ulong)Faults.Length)] : Fault.None;
    }

    public int ErrorOf(Try @try) => Errors[(int)(Mix(@try, 1) % (ulong)Errors.Length)];

    public bool IsHeads(Try @try) => Mix(@try, 2) % 2 == 0;

    /// <summary>SplitMix64: the same numbers for ever, which nothing promises of <see cref="Random"/>.</summary>
    private ulong Mix(Try @try, int question)
    {
        var mixed = (ulong)(uint)seed;
        foreach (var part in (ReadOnlySpan<int>)[@try.Send, @try.Number, question])
        {
            mixed = (mixed ^ (uint)part) + 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            mixed ^= mixed >> 31;
        }
        return mixed;
    }
}

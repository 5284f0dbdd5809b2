namespace Esms.Receiving;

/// <summary>A call that was read and may be handled.</summary>
/// <param name="Name">What kind of call it is.</param>
/// <param name="Id">Its id, fit for a log.</param>
/// <param name="Key">The same for its repeats.</param>
/// <param name="Handle">One try of its handler; gives the reply.</param>
internal sealed record ReceivedCall(string Name, string Id, UInt128 Key, Func<CancellationToken, Task<string?>> Handle);

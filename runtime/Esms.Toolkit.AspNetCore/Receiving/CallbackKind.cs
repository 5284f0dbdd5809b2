namespace Esms.Receiving;

/// <summary>What there is to know of one kind of call.</summary>
/// <param name="Name">The name of its contract.</param>
/// <param name="Parse">Reads it.</param>
/// <param name="IdOf">Gives its id.</param>
internal sealed record CallbackKind<TCall>(string Name, Func<IEnumerable<KeyValuePair<string, string>>, TCall> Parse, Func<TCall, string> IdOf)
{
    /// <summary>Whether it is signed; null for a kind that has no signature.</summary>
    public Func<TCall, bool>? IsSigned { get; init; }

    /// <summary>Asks for the values that can be asked for, by the names of their parameters; null where that is not wanted.</summary>
    public Func<IServiceProvider, TCall, CancellationToken, Task<Confirmation>>? Ask { get; init; }

    /// <summary>What the reply is made of; null for a kind whose reply is empty.</summary>
    public string? ReplyType { get; init; }
}

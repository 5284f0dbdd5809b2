namespace Esms.Receiving;

/// <summary>What there is to know of one kind of call.</summary>
/// <param name="Name">The name of its contract.</param>
/// <param name="Parse">Reads it.</param>
/// <param name="IdOf">Gives its id.</param>
internal sealed record CallbackKind<TCall>(string Name, Func<IEnumerable<KeyValuePair<string, string>>, TCall> Parse, Func<TCall, string> IdOf)
{
    /// <summary>Whether it is signed; null for a kind that has no signature.</summary>
    public Func<TCall, bool>? IsSigned { get; init; }

    /// <summary>The parameters that are signed; null for a kind that has no signature.</summary>
    public IReadOnlyList<string>? SignedParameters { get; init; }

    /// <summary>Asks for the values that can be asked for, by the names of their parameters; null where that is not wanted.</summary>
    public Func<IServiceProvider, TCall, CancellationToken, Task<Confirmation>>? Ask { get; init; }

    /// <summary>What the reply is made of; null for a kind whose reply is empty.</summary>
    public string? ReplyType { get; init; }

    /// <summary>
    /// What makes a call this one, and no other. Of a signed one it is the signed text: a stranger can change all that is not signed, and move a
    /// letter from the end of one signed parameter to the beginning of the next.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string>> WhatIsSaid(IReadOnlyDictionary<string, string> parameters) =>
        SignedParameters is null
            ? parameters
            : [KeyValuePair.Create(string.Empty, string.Concat(SignedParameters.Select(name => parameters.GetValueOrDefault(name))))];
}

using System.Globalization;

namespace Esms;

/// <summary>One message of a batch.</summary>
public sealed class EsmsBatchRow
{
    /// <summary>Longer keys would make every row of the outbox larger.</summary>
    internal const int MaxKeyLength = 100;

    /// <summary>Makes a row.</summary>
    /// <param name="key">What tells the row from the others of its campaign, such as the number of an order.</param>
    /// <param name="request">The message.</param>
    /// <exception cref="ArgumentException">The key is empty or too long.</exception>
    public EsmsBatchRow(string key, IEsmsKeyedRequest request)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(request);
        if (key.Length > MaxKeyLength)
            throw new ArgumentException($"The key of a row has at most {MaxKeyLength} characters.", nameof(key));
        Key = key;
        Request = request;
    }

    /// <summary>Makes a row that is known by its number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="request">The message.</param>
    public EsmsBatchRow(long number, IEsmsKeyedRequest request)
        : this(number.ToString(CultureInfo.InvariantCulture), request) { }

    /// <summary>What tells the row from the others of its campaign.</summary>
    public string Key { get; }

    /// <summary>The message. Its own RequestId is kept; without one it gets one that is made from the campaign and the key.</summary>
    public IEsmsKeyedRequest Request { get; }

    /// <summary>
    /// What the message is expected to cost, in đồng, for the limit and the progress; 0 for one that is free. Null, the default, is not known, and
    /// is refused where <see cref="EsmsDispatchOptions.MaxCostPerHour"/> is set.
    /// </summary>
    public decimal? Cost { get; init; }
}

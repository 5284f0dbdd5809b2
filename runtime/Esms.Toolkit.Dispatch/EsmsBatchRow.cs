using System.Globalization;

namespace Esms;

/// <summary>A message of a batch.</summary>
public sealed class EsmsBatchRow
{
    /// <summary>Longer keys would make every row of the outbox larger.</summary>
    internal const int MaxKeyLength = 100;

    /// <summary>Creates a row.</summary>
    /// <param name="key">The key of the row, unique in its campaign, such as the number of an order.</param>
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

    /// <summary>Creates a row whose key is a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="request">The message.</param>
    public EsmsBatchRow(long number, IEsmsKeyedRequest request)
        : this(number.ToString(CultureInfo.InvariantCulture), request) { }

    /// <summary>Gets the key of the row, unique in its campaign.</summary>
    public string Key { get; }

    /// <summary>Gets the message. It keeps its own RequestId; without one, its RequestId is derived from the campaign and the key.</summary>
    public IEsmsKeyedRequest Request { get; }

    /// <summary>
    /// Gets the expected cost of the message in đồng, for the limit and the progress; 0 for a free message. Null, the default, means unknown, and is
    /// refused when <see cref="EsmsDispatchOptions.MaxCostPerHour"/> is set.
    /// </summary>
    public decimal? Cost { get; init; }
}

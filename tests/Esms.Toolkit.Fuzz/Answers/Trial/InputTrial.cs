using System.Reflection;
using Esms.Runtime;

namespace Esms.Toolkit.Fuzz.Answers.Trial;

/// <summary>Gives an input to the public surface, and tells whether that did what it documents.</summary>
internal sealed class InputTrial
{
    private readonly Dictionary<string, IAnswerReader> _readers = Readers().ToDictionary(static reader => reader.Operation, StringComparer.Ordinal);

    private readonly Dictionary<string, Action<string>> _parsers = new(StringComparer.Ordinal)
    {
        [nameof(DeliveryCallback)] = static query => DeliveryCallback.Parse(query),
        [nameof(ShortNumberMessage)] = static query => ShortNumberMessage.Parse(query),
        [nameof(VoiceCallback)] = static query => VoiceCallback.Parse(query),
    };

    /// <summary>The operations and inbound calls that can be tried.</summary>
    public IEnumerable<string> Contracts => _readers.Keys.Concat(_parsers.Keys);

    /// <param name="throughConnection">Whether an answer goes through a connection too.</param>
    public InputOutcome Run(FuzzInput input, bool throughConnection)
    {
        try
        {
            return input.IsQuery ? Parse(input) : Read(input, throughConnection);
        }
#pragma warning disable CA1031 // Whatever else is thrown is what this program looks for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new InputOutcome([], $"{exception.GetType().Name} at {exception.StackTrace?.Split('\n')[0].Trim()}: {exception.Message}");
        }
    }

    private InputOutcome Parse(FuzzInput input)
    {
        try
        {
            _parsers[input.Contract](input.Query);
            return new InputOutcome(["queries read"]);
        }
        catch (EsmsProtocolException)
        {
            return new InputOutcome(["queries refused"]);
        }
    }

    private InputOutcome Read(FuzzInput input, bool throughConnection)
    {
        var reader = _readers[input.Contract];
        // A connection takes a byte order mark away, which System.Text.Json does from streams only.
        var body = input.Bytes.AsMemory(input.Bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0);
        var isRead = reader.IsRead(body.Span);
        var read = isRead ? "answers read" : "answers not read";
        if (!throughConnection)
            return new InputOutcome([read]);
        var call = reader.Call(input.Bytes);
        var failure =
            isRead == (call == CallOutcome.Unreadable)
                ? $"The serializer could {(isRead ? "read it" : "not read it")}, and for the connection it was {call}"
                : null;
        return new InputOutcome([read, $"calls {call}"], failure);
    }

    private static IEnumerable<IAnswerReader> Readers() =>
        from type in typeof(EsmsClient).Assembly.GetTypes()
        where typeof(EsmsEndpoint).IsAssignableFrom(type)
        let endpoint = type.GetField("Instance", BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!
        select (IAnswerReader)Activator.CreateInstance(typeof(AnswerReader<,>).MakeGenericType(type.BaseType!.GetGenericArguments()), endpoint)!;
}

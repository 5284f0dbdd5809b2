using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Esms.Emulator;

/// <summary>Which messages to list, as the query of an address has it.</summary>
internal static class MessageFilter
{
    private const string Text = "text";
    private const string Account = "account";
    private const string Channel = "channel";
    private const string Outcome = "outcome";
    private const string Before = "before";
    private const string Limit = "limit";

    private static readonly string[] Names = [Text, Account, Channel, Outcome, Before, Limit];

    /// <exception cref="ArgumentException">There is no such filter, or no such value of it.</exception>
    public static EmulatedMessageQuery Read(IQueryCollection query)
    {
        if (query.Keys.FirstOrDefault(static key => !Names.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new ArgumentException($"There is no filter {unknown}; there are {string.Join(", ", Names)}.");
        return new EmulatedMessageQuery
        {
            Text = ValueOf(query, Text),
            Account = ValueOf(query, Account),
            Channel = OneOf<EmulatedChannel>(query, Channel),
            Outcome = OneOf<EmulatedOutcome>(query, Outcome),
            Before = Number(query, Before),
            Limit = (int)Math.Min(Number(query, Limit) ?? 50, int.MaxValue),
        };
    }

    private static string? ValueOf(IQueryCollection query, string name) =>
        query[name] is { Count: > 0 } value && value.ToString() is { Length: > 0 } text ? text : null;

    private static long? Number(IQueryCollection query, string name) =>
        ValueOf(query, name) is not { } value ? null
        : long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new ArgumentException($"{name} is {value}; it is a number, 1 or more.");

    private static T? OneOf<T>(IQueryCollection query, string name)
        where T : struct, Enum =>
        ValueOf(query, name) is not { } value ? null
        : Enum.GetNames<T>().FirstOrDefault(known => known.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } found ? Enum.Parse<T>(found)
        : throw new ArgumentException($"{name} is {value}; it is one of {string.Join(", ", Enum.GetNames<T>())}.");
}

using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Esms.Runtime;

/// <summary>Checks what a caller gives against the bounds of the contract, before anything is sent. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EsmsGuard
{
    /// <summary>Checks an argument.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="parameter">The name of its parameter.</param>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public static void NotNull([NotNull] object? argument, string parameter) => ArgumentNullException.ThrowIfNull(argument, parameter);

    /// <summary>Checks an argument that is a name.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="parameter">The name of its parameter.</param>
    /// <exception cref="ArgumentException">It is null or empty.</exception>
    public static void NotEmpty([NotNull] string? argument, string parameter) => ArgumentException.ThrowIfNullOrEmpty(argument, parameter);

    /// <summary>Checks a text.</summary>
    /// <param name="value">The value.</param>
    /// <param name="property">The name of the property.</param>
    /// <param name="isRequired">Whether it must be there.</param>
    /// <param name="maxLength">The greatest length, in UTF-16 units.</param>
    /// <exception cref="ArgumentException">The text is missing or too long.</exception>
    public static void Text(string? value, string property, bool isRequired, int maxLength = int.MaxValue)
    {
        if (isRequired && string.IsNullOrEmpty(value))
            throw new ArgumentException($"{property} is required: eSMS refuses the call without it.", property);
        if (value?.Length > maxLength)
        {
            // In two steps, because a text of more than four parts takes much code, and this is in every native app.
            var has = $"{property} has {NumberText.Of(value.Length)} characters";
            throw new ArgumentException($"{has}, and eSMS takes at most {NumberText.Of(maxLength)}.", property);
        }
    }

    /// <summary>Checks that something is there.</summary>
    /// <param name="value">The value.</param>
    /// <param name="property">The name of the property.</param>
    /// <exception cref="ArgumentException">It is missing.</exception>
    public static void Required(object? value, string property)
    {
        if (value is null)
            throw new ArgumentException($"{property} is required: eSMS refuses the call without it.", property);
    }

    /// <summary>Checks a list.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="values">The items.</param>
    /// <param name="property">The name of the property.</param>
    /// <param name="minCount">The least number of items.</param>
    /// <param name="maxCount">The greatest number of items.</param>
    /// <exception cref="ArgumentException">There are too few or too many items, or one is null.</exception>
    public static void List<T>(IReadOnlyList<T>? values, string property, int minCount = 0, int maxCount = int.MaxValue)
    {
        if (values is null)
            return;
        if (values.Count < minCount || values.Count > maxCount)
            throw new ArgumentException(
                $"{property} has {values.Count} items, and eSMS takes {(maxCount == int.MaxValue ? $"at least {minCount}" : $"{minCount} to {maxCount}")}.",
                property
            );
        if (values.Any(static value => value is null))
            throw new ArgumentException($"{property} has an item that is null.", property);
    }

    /// <summary>Checks a duration, if there is one.</summary>
    /// <param name="value">The value.</param>
    /// <param name="property">The name of the property.</param>
    /// <param name="unit">What the service counts.</param>
    /// <exception cref="ArgumentException">It is negative, or longer than the number of units can tell.</exception>
    public static void Duration(TimeSpan? value, string property, TimeSpan unit)
    {
        var longest = EsmsText.DurationOf(int.MaxValue, unit) ?? TimeSpan.MaxValue;
        if (value is { } duration && (duration < TimeSpan.Zero || EsmsText.CountOf(duration, unit) > int.MaxValue))
            throw new ArgumentException($"{property} is {duration:c}, and eSMS takes {TimeSpan.Zero:c} to {longest:c}.", property);
    }

    /// <summary>Checks a date, if there is one.</summary>
    /// <param name="value">The value.</param>
    /// <param name="property">The name of the property.</param>
    /// <exception cref="ArgumentException">It is one of long ago, as an unset one is, or has no time on Vietnam's clock.</exception>
    public static void Date(DateTimeOffset? value, string property)
    {
        if (value is { } date && (date < EsmsText.Earliest || date > EsmsText.Latest))
            throw new ArgumentException(
                $"{property} is {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, and eSMS takes 1900-01-01 to 9999-12-31 on Vietnam's clock.",
                property
            );
    }

    /// <summary>Checks an object inside the request, if there is one.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="value">The object.</param>
    /// <param name="check">Checks it.</param>
    public static void One<T>(T? value, Action<T> check)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(check);
        if (value is not null)
            check(value);
    }

    /// <summary>Checks the objects of a list, if there is one.</summary>
    /// <typeparam name="T">The type of the objects.</typeparam>
    /// <param name="values">The objects.</param>
    /// <param name="check">Checks one.</param>
    public static void Each<T>(IReadOnlyList<T>? values, Action<T> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        foreach (var value in values ?? [])
            check(value);
    }
}

using System.Collections;

namespace Esms.Tests.Outbox;

/// <summary>Objects with a value in every property, each different from the others.</summary>
internal static class Filled
{
    public static object Of(Type type)
    {
        var number = 0;
        return Make(type, ref number);
    }

    /// <summary>Fails when a property is not the same, and names it.</summary>
    public static void AssertSame(object? expected, object? actual, string path)
    {
        if (expected is null or string || expected.GetType().IsValueType)
        {
            Assert.True(Equals(expected, actual), $"{path}: {expected} was written, and {actual} was read.");
        }
        else if (expected is IEnumerable list)
        {
            AssertSame(list.Cast<object>().ToList(), ((IEnumerable)actual!).Cast<object>().ToList(), path);
        }
        else
        {
            foreach (var property in expected.GetType().GetProperties())
                AssertSame(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
        }
    }

    private static void AssertSame(List<object> expected, List<object> actual, string path)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
            AssertSame(expected[i], actual[i], $"{path}[{i}]");
    }

    private static object Make(Type type, ref int number)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        number++;
        if (type == typeof(string))
            return $"\"Giá trị {number} <&>\""; // Some texts have to be JSON.
        if (type == typeof(bool))
            return true;
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 11, 27, 8, 0, number % 60, TimeSpan.FromHours(7));
        if (type == typeof(TimeSpan))
            return TimeSpan.FromSeconds(number);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(number % Enum.GetValues(type).Length)!;
        if (type.IsValueType)
            return Convert.ChangeType(number, type, System.Globalization.CultureInfo.InvariantCulture);
        return type.IsGenericType ? MakeList(type, ref number) : MakeObject(type, ref number);
    }

    private static object MakeList(Type type, ref int number)
    {
        if (type.GetGenericArguments() is [var key, var value])
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
            map[Make(key, ref number)] = Make(value, ref number);
            return map;
        }
        var item = type.GetGenericArguments()[0];
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        list.Add(Make(item, ref number));
        list.Add(Make(item, ref number));
        return list;
    }

    private static object MakeObject(Type type, ref int number)
    {
        if (type.IsAbstract)
        {
            var kinds = type.Assembly.GetTypes().Where(kind => kind.IsSubclassOf(type) && !kind.IsAbstract).ToList();
            type = kinds[number % kinds.Count];
        }
        var made = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(static property => property.SetMethod is not null))
            property.SetValue(made, Make(property.PropertyType, ref number));
        return made;
    }
}

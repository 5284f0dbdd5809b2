using System.Reflection;
using System.Runtime.CompilerServices;

namespace Esms.Toolkit.Tests.Harness;

/// <summary>
/// Fills objects of generated types at random. Dates are whole days and durations whole hours, which every published form can tell.
/// </summary>
internal sealed class RandomValue(int seed)
{
    private static readonly string[] Texts =
    [
        "",
        "x",
        "null ",
        "Đường Nguyễn Huệ",
        "\"quoted\" \\ / \u0001 \u2028",
        "😀 <b>&amp;</b>",
        "{{OTP}}",
        "0901888484",
    ];

    private readonly Random _random = new(seed);

    public object Make(Type type, int depth = 0)
    {
        if (type.IsAbstract)
        {
            var shapes = type
                .Assembly.GetTypes()
                .Where(type.IsAssignableFrom)
                .Where(static shape => !shape.IsAbstract)
                .OrderBy(static shape => shape.Name, StringComparer.Ordinal)
                .ToList();
            type = shapes[_random.Next(shapes.Count)];
        }
        var value = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(static property => property.SetMethod is { IsPublic: true }))
            Fill(value, property, depth);
        return value;
    }

    private void Fill(object owner, PropertyInfo property, int depth)
    {
        if (property.Name == nameof(EsmsResponse.ResultCode))
        {
            property.SetValue(owner, EsmsResultCode.Success);
            return;
        }
        if (property.Name is nameof(EsmsResponse.ServiceMessage) or nameof(EsmsObject.UnknownMembers))
            return;
        var isRequired = property.GetCustomAttribute<RequiredMemberAttribute>() is not null;
        if (isRequired || (depth < 4 && _random.Next(3) > 0))
            property.SetValue(owner, MakeValue(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, depth + 1));
    }

    private object MakeValue(Type type, int depth) =>
        type switch
        {
            _ when type == typeof(string) => Texts[_random.Next(Texts.Length)],
            _ when type == typeof(int) => _random.Next(int.MinValue, int.MaxValue),
            _ when type == typeof(long) => _random.NextInt64(long.MinValue, long.MaxValue),
            _ when type == typeof(decimal) => new decimal(_random.Next(), _random.Next(), 0, _random.Next(2) == 0, (byte)_random.Next(10)),
            _ when type == typeof(bool) => _random.Next(2) == 0,
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.FromHours(7)).AddDays(_random.Next(20_000)),
            _ when type == typeof(TimeSpan) => TimeSpan.FromHours(_random.Next(1000)),
            _ when type.IsEnum => Enum.ToObject(type, _random.Next(3)),
            _ when type == typeof(IReadOnlyDictionary<string, string>) => Texts
                .Skip(1)
                .Take(_random.Next(4))
                .ToDictionary(static text => text, static text => text + "!"),
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(EsmsEmbedded<>) => Activator.CreateInstance(
                type,
                "not JSON",
                null,
                null
            )!,
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => MakeList(type.GetGenericArguments()[0], depth),
            _ => Make(type, depth),
        };

    private Array MakeList(Type item, int depth)
    {
        var list = Array.CreateInstance(item, depth > 3 ? 0 : _random.Next(4));
        for (var i = 0; i < list.Length; i++)
            list.SetValue(MakeValue(item, depth), i);
        return list;
    }
}

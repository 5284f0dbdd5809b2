using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using Esms.Toolkit.Tests.Harness;

namespace Esms.Toolkit.Tests;

/// <summary>Whatever a valid contract says, its code compiles, and values of its types survive the way to JSON and back.</summary>
public sealed class PropertyTests
{
    private const int ContractsAtATime = 12;

    [Theory]
    [FullRun("fuzzes")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Random_contracts_compile_and_their_values_make_the_round_trip(int batch)
    {
        var contracts = Enumerable.Range(batch * 1000, ContractsAtATime).Select(RandomContract.Make).ToList();
        var outcome = GeneratorHarness.Run(contracts);
        Assert.Equal(string.Empty, string.Join('\n', outcome.Problems));

        var assembly = outcome.Load();
        var context = (JsonSerializerContext)
            Activator.CreateInstance(assembly.GetType("Shop.Messaging.GeneratedEsmsJsonContext", throwOnError: true)!)!;
        var responses = assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(EsmsResponse))).ToList();

        Assert.Equal(ContractsAtATime, responses.Count);
        foreach (var (response, seed) in responses.SelectMany(static type => Enumerable.Range(0, 20).Select(seed => (type, seed))))
        {
            var value = new RandomValue(seed).Make(response);
            var json = JsonSerializer.Serialize(value, response, context);
            var back = JsonSerializer.Deserialize(json, response, context)!;
            AssertSame(value, back, response.Name);
            Assert.Equal(json, JsonSerializer.Serialize(back, response, context));
        }
    }

    private static void AssertSame(object? expected, object? actual, string path)
    {
        if (expected is null or string or IFormattable or bool)
        {
            Assert.True(Equals(expected, actual), $"{path}: {expected} became {actual}.");
        }
        else if (expected is IEnumerable list)
        {
            var (left, right) = (list.Cast<object>().ToList(), ((IEnumerable)actual!).Cast<object>().ToList());
            Assert.True(left.Count == right.Count, $"{path}: {left.Count} items became {right.Count}.");
            for (var i = 0; i < left.Count; i++)
                AssertSame(left[i], right[i], $"{path}[{i}]");
        }
        else
        {
            Assert.True(expected.GetType() == actual?.GetType(), $"{path}: {expected.GetType().Name} became {actual?.GetType().Name}.");
            foreach (var property in expected.GetType().GetProperties())
                AssertSame(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
        }
    }
}

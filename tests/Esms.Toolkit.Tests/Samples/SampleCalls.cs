using System.Reflection;

namespace Esms.Tests.Samples;

/// <summary>The call of each operation: what stands as Call in the tests of its samples, which are named after it.</summary>
internal static class SampleCalls
{
    public static readonly IReadOnlyDictionary<string, ISampleCall> All = typeof(SampleCalls)
        .Assembly.GetTypes()
        .Where(static type => type.Namespace == typeof(SampleCalls).Namespace && type.Name.EndsWith("Tests", StringComparison.Ordinal))
        .ToDictionary(
            static type => type.Name[..^"Tests".Length],
            static type => (ISampleCall)type.GetField("Call", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!
        );
}

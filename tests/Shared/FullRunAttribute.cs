using Xunit.v3;

namespace Esms.Tests.Shared;

/// <summary>
/// Marks what the short run leaves out, because it kills, fuzzes, packs or browses, or needs a program that the .NET SDK does not have. ESMS_TESTS=all
/// runs it (tests/Directory.Build.props).
/// </summary>
/// <param name="reason">What the tests do that a short run should not.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class FullRunAttribute(string reason) : Attribute, ITraitAttribute
{
    public string Reason { get; } = reason;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Category", "FullRun")];
}

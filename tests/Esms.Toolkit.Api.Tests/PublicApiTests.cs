using System.Reflection;
using Esms.Toolkit.Api.Tests.Listing;
using Esms.Toolkit.Tests.Harness;

namespace Esms.Toolkit.Api.Tests;

/// <summary>
/// Everything that others can call is listed in <c>Snapshots</c>, so that no change of it goes unseen. A change that is meant is accepted with
/// ESMS_ACCEPT=1 in the environment of the tests; the listing is then a part of what is reviewed.
/// </summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("Esms.Toolkit.Runtime")]
    [InlineData("Esms.Toolkit")]
    [InlineData("Esms.Toolkit.AspNetCore")]
    [InlineData("Esms.Toolkit.Dispatch")]
    [InlineData("Esms.Toolkit.Dispatch.RabbitMq")]
    [InlineData("Esms.Toolkit.Emulator")]
    public void What_a_package_offers_is_what_is_listed(string package) => Snapshot.Match(package, ".txt", ApiListing.Of(BuildsOf(package)));

    [Fact]
    public void The_generator_offers_nothing_but_itself()
    {
        var offered = BuildsOf("Esms.Toolkit.Generator").Single().Value;

        Assert.Equal(["Esms.Toolkit.ContractGenerator"], offered.Select(static line => line.Type).Distinct());
    }

    /// <summary>What was built beside this test, by framework: <c>debug_net8.0</c> and its like, or <c>debug</c> when there is but one.</summary>
    private static Dictionary<string, IReadOnlyList<ApiLine>> BuildsOf(string package)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        return Directory
            .GetDirectories(Path.Combine(MetadataOf("Builds"), package), configuration + "*")
            .ToDictionary(FrameworkOf, folder => PublicApi.Of(Path.Combine(folder, $"{package}.dll")));
    }

    private static string FrameworkOf(string folder) => Path.GetFileName(folder).Split('_') is [_, var framework] ? framework : "";

    private static string MetadataOf(string key) =>
        typeof(PublicApiTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}

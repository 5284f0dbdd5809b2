using Esms.Toolkit.Package.Tests.Harness;

namespace Esms.Toolkit.Package.Tests;

/// <summary>The schema comes to where an editor without a network finds it.</summary>
public sealed class EditorSchemaTests(PackedToolkit packages)
{
    private const string Copy = "contracts/esms-contract.schema.json";

    [Theory]
    [InlineData("<TargetFramework>net10.0</TargetFramework>")]
    [InlineData("<TargetFramework></TargetFramework><TargetFrameworks> net8.0; net10.0 </TargetFrameworks>")]
    public async Task A_build_keeps_a_copy_of_the_schema_where_the_project_says(string frameworks)
    {
        var folder = await packages.NewFolderAsync($"editor-{frameworks.Length}");
        var stranger = new Stranger("Things", $"{frameworks}<EsmsContractSchema>{Copy}</EsmsContractSchema>") { Program = null };
        await stranger.WriteAsync(folder, packages.Version);
        var copy = Path.Combine(folder, "Things", Copy);
        var schema = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, Copy), TestContext.Current.CancellationToken);

        await AssertBuildCopiesAsync();
        await File.WriteAllTextAsync(copy, "{ \"of\": \"an older version\" }", TestContext.Current.CancellationToken);
        await AssertBuildCopiesAsync();

        async Task AssertBuildCopiesAsync()
        {
            (await Command.DotnetAsync(folder, "build", "Things", "-warnaserror", "-verbosity:minimal")).AssertSucceeded();
            Assert.Equal(schema, await File.ReadAllBytesAsync(copy, TestContext.Current.CancellationToken));
        }
    }
}

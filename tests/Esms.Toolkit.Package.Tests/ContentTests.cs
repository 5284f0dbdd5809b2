using System.Text;
using Esms.Toolkit.Package.Tests.Harness;

namespace Esms.Toolkit.Package.Tests;

/// <summary>What is in the packages.</summary>
public sealed class ContentTests(PackedToolkit packages)
{
    private static readonly string[] Ids =
    [
        "Esms.Toolkit",
        "Esms.Toolkit.AspNetCore",
        "Esms.Toolkit.Cli",
        "Esms.Toolkit.Dispatch",
        "Esms.Toolkit.Dispatch.RabbitMq",
        "Esms.Toolkit.Emulator",
        "Esms.Toolkit.Emulator.Tool",
        "Esms.Toolkit.Generator",
        "Esms.Toolkit.Runtime",
        "Esms.Toolkit.Templates",
    ];

    private static readonly string[] Libraries =
    [
        "Esms.Toolkit",
        "Esms.Toolkit.AspNetCore",
        "Esms.Toolkit.Dispatch",
        "Esms.Toolkit.Dispatch.RabbitMq",
        "Esms.Toolkit.Emulator",
        "Esms.Toolkit.Runtime",
    ];

    public static TheoryData<string> AllIds => [.. Ids];

    public static TheoryData<string> LibraryIds => [.. Libraries];

    public static TheoryData<string, string> IdsWithSymbols =>
        [
            .. Libraries.Select(static id => (id, "snupkg")),
            ("Esms.Toolkit.Cli", "nupkg"),
            ("Esms.Toolkit.Emulator.Tool", "nupkg"),
            ("Esms.Toolkit.Generator", "nupkg"),
        ];

    [Fact]
    public void These_packages_are_made_and_no_others() =>
        Assert.Equal(
            Ids.Select(id => $"{id}.{packages.Version}.nupkg").Order(StringComparer.Ordinal),
            Directory.GetFiles(packages.Feed, "*.nupkg").Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void They_are_made_without_a_warning() => Assert.DoesNotMatch(@"warning [A-Z]+\d+", packages.Log);

    [Theory]
    [MemberData(nameof(AllIds))]
    public void A_package_tells_who_made_it_what_it_is_and_what_one_may_do_with_it(string id)
    {
        using var package = PackedFile.Open(packages, id);
        var elements = package.Metadata().Elements().ToDictionary(static element => element.Name.LocalName);
        var metadata = elements.ToDictionary(static element => element.Key, static element => element.Value.Value);

        Assert.Equal(id, metadata["id"]);
        Assert.Equal("MIT", metadata["license"]);
        Assert.Equal(PackedToolkit.RepositoryUrl, metadata["projectUrl"]);
        Assert.Equal(PackedToolkit.RepositoryUrl, elements["repository"].Attribute("url")!.Value);
        Assert.Matches($"^{PackedToolkit.RepositoryUrl}/blob/v[0-9.]+/CHANGELOG.md$", metadata["releaseNotes"]);
        Assert.Contains("eSMS.vn", metadata["tags"], StringComparison.Ordinal);
        Assert.All(["authors", "copyright", "description"], name => Assert.NotEmpty(metadata[name]));
        Assert.All([metadata["readme"], metadata["icon"]], name => Assert.NotEmpty(package.Read(name)));
    }

    [Theory]
    [MemberData(nameof(LibraryIds))]
    public void A_library_has_documentation_and_symbols_for_each_framework(string id)
    {
        using var package = PackedFile.Open(packages, id);
        using var symbols = PackedFile.Open(packages, id, "snupkg");
        var assemblies = package.Files.Where(static name => name.EndsWith(".dll", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(assemblies);
        Assert.All(assemblies, assembly => Assert.Contains(Path.ChangeExtension(assembly, "xml"), package.Files));
        Assert.All(assemblies, assembly => Assert.Contains(Path.ChangeExtension(assembly, "pdb"), symbols.Files));
    }

    [Theory]
    [InlineData("Esms.Toolkit.Cli", "esms")]
    [InlineData("Esms.Toolkit.Emulator.Tool", "Esms.Toolkit.Emulator.Tool")]
    public void A_command_runs_on_NET_8_and_on_what_is_newer(string id, string program)
    {
        using var package = PackedFile.Open(packages, id);

        foreach (var framework in (string[])["net8.0", "net10.0"])
        {
            Assert.Contains($"tools/{framework}/any/DotnetToolSettings.xml", package.Files);
            var settings = Encoding.UTF8.GetString(package.Read($"tools/{framework}/any/{program}.runtimeconfig.json"));
            Assert.Contains("\"rollForward\": \"Major\"", settings, StringComparison.Ordinal);
        }
    }

    /// <summary>A backend uses internals of the core, and fails at run time with those of another version.</summary>
    [Fact]
    public void A_backend_requires_exactly_the_version_of_the_core_that_it_was_built_with()
    {
        using var package = PackedFile.Open(packages, "Esms.Toolkit.Dispatch.RabbitMq");
        var required = package
            .Metadata()
            .Descendants()
            .Where(static element => element.Name.LocalName == "dependency" && element.Attribute("id")!.Value == "Esms.Toolkit.Dispatch")
            .Select(static element => element.Attribute("version")!.Value)
            .ToList();

        Assert.Equal(2, required.Count);
        Assert.All(required, version => Assert.Equal($"[{packages.Version}]", version));
    }

    [Theory]
    [MemberData(nameof(LibraryIds))]
    public void Only_the_package_of_a_backend_depends_on_its_client(string id)
    {
        using var package = PackedFile.Open(packages, id);
        var dependencies = package.Metadata().Descendants().Where(static element => element.Name.LocalName == "dependency");

        Assert.Equal(id == "Esms.Toolkit.Dispatch.RabbitMq", dependencies.Any(static element => element.Attribute("id")!.Value == "RabbitMQ.Client"));
    }

    [Fact]
    public void Nothing_tells_where_it_was_built()
    {
        // The folder of the build has a name that stands nowhere else. UTF-16 is how assemblies keep what the code says.
        var folder = new DirectoryInfo(packages.Sources).Parent!.Name;
        byte[][] traces =
        [
            .. ((string[])[folder, Repository.Root, SourceTree.PackageCache]).SelectMany(static trace =>
                (byte[][])[Encoding.UTF8.GetBytes(trace), Encoding.Unicode.GetBytes(trace)]
            ),
        ];
        foreach (var file in Directory.GetFiles(packages.Feed))
        {
            using var package = new PackedFile(file);
            foreach (var name in package.Files)
            {
                var content = package.Read(name);
                Assert.True(traces.All(trace => content.AsSpan().IndexOf(trace) < 0), $"{name} of {Path.GetFileName(file)} tells of this machine.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(IdsWithSymbols))]
    public void Symbols_name_sources_by_their_place_in_the_repository_or_in_a_package(string id, string extension)
    {
        using var package = PackedFile.Open(packages, id, extension);
        string[] paths =
        [
            .. package
                .Files.Where(static name => Path.GetFileName(name).StartsWith("esms", StringComparison.OrdinalIgnoreCase))
                .SelectMany(name => SourcePaths.In(name, package.Read(name))),
        ];

        Assert.NotEmpty(paths);
        Assert.All(paths, static path => Assert.Matches("^/_1?/", path));
    }
}

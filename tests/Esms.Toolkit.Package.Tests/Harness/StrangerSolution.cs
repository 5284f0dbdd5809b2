namespace Esms.Toolkit.Package.Tests.Harness;

/// <summary>A solution of strangers' projects, built once. What the build said is asked for by project, so one that fails is told apart.</summary>
public sealed class StrangerSolution(PackedToolkit packages) : IAsyncLifetime
{
    private static readonly Stranger[] Strangers =
    [
        new("CSharp12", "<TargetFramework>net8.0</TargetFramework><LangVersion>12</LangVersion>") { Usings = "using CSharp12;\n" },
        new("NewestCSharp", "<LangVersion>latest</LangVersion>") { Usings = "using NewestCSharp;\n" },
        new("NoImplicitUsings", "<ImplicitUsings>disable</ImplicitUsings>") { Usings = "using System;\nusing NoImplicitUsings;\n" },
        new("NullableOff", "<Nullable>disable</Nullable>") { Usings = "using NullableOff;\n" },
        new("WarningsAsErrors", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>") { Usings = "using WarningsAsErrors;\n" },
        new("OwnNamespace", "<RootNamespace>Chợ.Bến</RootNamespace>") { Usings = "using Chợ.Bến;\n" },
        new("NetFramework", "<TargetFramework>net472</TargetFramework><LangVersion>latest</LangVersion>") { Usings = "using NetFramework;\n" },
        new(
            "Signed",
            """
            <TargetFramework>net472</TargetFramework><LangVersion>latest</LangVersion><TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <SignAssembly>true</SignAssembly><AssemblyOriginatorKeyFile>../signed.snk</AssemblyOriginatorKeyFile>
            """
        )
        {
            Usings = "using Signed;\n",
        },
        new(
            "Analyzed",
            """
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors><AnalysisLevel>latest-all</AnalysisLevel><EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <GenerateDocumentationFile>true</GenerateDocumentationFile><EsmsRootClient>OrdersClient</EsmsRootClient>
            """
        )
        {
            Program = null,
            Items = """
                <PackageReference Include="StyleCop.Analyzers" Version="1.2.0-beta.556" PrivateAssets="all" />
                <PackageReference Include="Roslynator.Analyzers" Version="4.14.1" PrivateAssets="all" />
                """,
        },
        new("CentralVersions") { Usings = "using CentralVersions;\n", HasCentralVersions = true },
        new("Orders") { Program = null },
        new("Parcels") { Program = null },
        new("TwoLibraries")
        {
            Program = "TwoLibraries.cs",
            Packages = ["Esms.Toolkit"],
            Projects = ["Orders", "Parcels"],
        },
        new("OnTheDesk") { Program = "OnTheDesk.cs", Packages = ["Esms.Toolkit", "Esms.Toolkit.Emulator"] },
        new("Web")
        {
            Program = "Web.cs",
            Packages = ["Esms.Toolkit.AspNetCore"],
            Sdk = "Microsoft.NET.Sdk.Web",
        },
    ];

    private string _folder = "";
    private string _log = "";

    public async ValueTask InitializeAsync()
    {
        _folder = await packages.NewFolderAsync("strangers");
        foreach (var stranger in Strangers)
            await stranger.WriteAsync(_folder, packages.Version);
        // The key of these projects; any will do.
        File.Copy(Path.Combine(Repository.Root, "esms-toolkit.snk"), Path.Combine(_folder, "signed.snk"));
        var projects = Strangers.Select(static stranger => $"""<Project Path="{stranger.Name}/{stranger.Name}.csproj" />""");
        await File.WriteAllTextAsync(Path.Combine(_folder, "Strangers.slnx"), $"<Solution>{string.Join('\n', projects)}</Solution>");
        _log = (await Command.DotnetAsync(_folder, "build", "Strangers.slnx", "-verbosity:minimal")).Output;
    }

    /// <summary>Requires that a library was built without a complaint.</summary>
    internal void AssertBuilt(string project)
    {
        var said = _log.Split('\n').Where(line => line.Contains($"/{project}.csproj", StringComparison.Ordinal));
        Assert.True(
            said.All(static line => !line.Contains("warning", StringComparison.Ordinal) && !line.Contains("error", StringComparison.Ordinal)),
            _log
        );
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(FolderOf(project), "bin"), $"{project}.dll", SearchOption.AllDirectories));
    }

    public string FolderOf(string project) => Path.Combine(_folder, project);

    /// <summary>Runs a project that was built without a complaint, and gives what it printed.</summary>
    internal async Task<string> RunAsync(string project, params (string Name, string Value)[] environment)
    {
        var output = Path.Combine(FolderOf(project), "bin", "Debug");
        var said = _log.Split('\n').Where(line => line.Contains($"/{project}.csproj", StringComparison.Ordinal));
        Assert.True(Directory.Exists(output) && said.All(static line => !line.Contains("warning", StringComparison.Ordinal)), _log);
        var program = Directory
            .GetFiles(output, $"{project}.*", SearchOption.AllDirectories)
            .Single(static path => Path.GetExtension(path) is ".dll" or ".exe");
        await using var desk = await Desk.StartAsync(SourceTree.Strangers);
        var host = Path.GetExtension(program) == ".exe" ? "mono" : "dotnet";
        var run = await Command.RunAsync(FolderOf(project), host, [program, .. desk.Arguments], [.. desk.Settings, .. environment]);
        return run.AssertSucceeded().Output.Trim();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

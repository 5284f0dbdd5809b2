namespace Esms.Toolkit.Package.Tests.Harness;

/// <summary>Projects that lack something that the generator needs, each built once.</summary>
public sealed class RefusedStrangers(PackedToolkit packages) : IAsyncLifetime
{
    private const string Program = "internal static class Program { private static object Main() => new ThingsClient(null!); }";

    private static readonly (string Name, string Extension, string Properties, string Items, string Code)[] Projects =
    [
        ("Alone", "csproj", "", "", Program),
        ("CSharp10", "csproj", "<LangVersion>10</LangVersion>", "Esms.Toolkit", Program),
        ("OldFramework", "csproj", "<TargetFramework>net472</TargetFramework><Nullable>disable</Nullable>", "Esms.Toolkit", Program),
        ("FSharp", "fsproj", "", "Esms.Toolkit", "let client = ThingsClient(null)"),
        (
            "VisualBasic",
            "vbproj",
            "<Nullable></Nullable>",
            "Esms.Toolkit",
            "Module P\nSub Main()\nDim c = New ThingsClient(Nothing)\nEnd Sub\nEnd Module"
        ),
        (
            "RootClient",
            "csproj",
            "<EsmsRootClient>My.Sms</EsmsRootClient>",
            "Esms.Toolkit",
            "internal static class Program { private static void Main() { } }"
        ),
        (
            "Hiding",
            "csproj",
            "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>",
            "Esms.Toolkit",
            "internal static class Program { private static void Main() { } }"
        ),
    ];

    private string _log = "";

    public async ValueTask InitializeAsync()
    {
        var folder = await packages.NewFolderAsync("refused");
        foreach (var project in Projects)
            await WriteAsync(Directory.CreateDirectory(Path.Combine(folder, project.Name)).FullName, project);
        var all = Projects.Select(static project => $"""<Project Path="{project.Name}/{project.Name}.{project.Extension}" />""");
        await File.WriteAllTextAsync(Path.Combine(folder, "Refused.slnx"), $"<Solution>{string.Join('\n', all)}</Solution>");
        _log = (await Command.DotnetAsync(folder, "build", "Refused.slnx", "-verbosity:minimal")).Output;
    }

    /// <summary>The errors and warnings of a project, each once, without where they are.</summary>
    internal string[] ErrorsOf(string project) =>
        [
            .. _log.Split('\n')
                .Where(line =>
                    line.Contains($"{project}.", StringComparison.Ordinal)
                    && (line.Contains("error ", StringComparison.Ordinal) || line.Contains("warning ", StringComparison.Ordinal))
                )
                .Select(static line => line[Math.Max(line.IndexOf("error ", StringComparison.Ordinal), 0)..].Split(" [")[0].Trim())
                .Distinct(),
        ];

    private async Task WriteAsync(string folder, (string Name, string Extension, string Properties, string Items, string Code) project)
    {
        var source = $"Program.{project.Extension[..2]}";
        await File.WriteAllTextAsync(Path.Combine(folder, source), project.Code);
        var contract = await SourceTree.StrangerAsync("CountThings.esms.json");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "CountThings.esms.json"),
            project.Name == "Hiding" ? contract.Replace("\"Things\"", "\"Sms\"", StringComparison.Ordinal) : contract
        );
        await File.WriteAllTextAsync(
            Path.Combine(folder, $"{project.Name}.{project.Extension}"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <UseAppHost>false</UseAppHost>
                {project.Properties}
              </PropertyGroup>
              <ItemGroup>
                {(project.Extension == "fsproj" ? "<Compile Include=\"Program.fs\" />" : "")}
                {(project.Items.Length == 0 ? "" : $"""<PackageReference Include="{project.Items}" Version="{packages.Version}" />""")}
                <PackageReference Include="Esms.Toolkit.Generator" Version="{packages.Version}" />
              </ItemGroup>
            </Project>
            """
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

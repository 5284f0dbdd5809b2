namespace Esms.Toolkit.Package.Tests.Harness;

/// <summary>A project of somebody who has the packages. What it is about is what it sets.</summary>
/// <param name="Name">Its name, its folder's, and where it sets no other its root namespace's.</param>
/// <param name="Properties">Properties of the project, over the ones that a new console project has.</param>
internal sealed record Stranger(string Name, string Properties = "")
{
    /// <summary>The packages that it references.</summary>
    public IReadOnlyList<string> Packages { get; init; } = ["Esms.Toolkit", "Esms.Toolkit.Generator"];

    /// <summary>The projects that it references.</summary>
    public IReadOnlyList<string> Projects { get; init; } = [];

    /// <summary>The file in <c>Strangers/</c> that is its program.</summary>
    public string? Program { get; init; } = "Console.cs";

    /// <summary>What stands above its program.</summary>
    public string Usings { get; init; } = "";

    /// <summary>Other items of the project.</summary>
    public string Items { get; init; } = "";

    public string Sdk { get; init; } = "Microsoft.NET.Sdk";

    /// <summary>Whether versions stand in <c>Directory.Packages.props</c>.</summary>
    public bool HasCentralVersions { get; init; }

    /// <summary>Writes the project, its program, and the contract of those who have the generator, which drops in by lying there.</summary>
    public async Task WriteAsync(string folder, string version)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, Name)).FullName;
        await File.WriteAllTextAsync(Path.Combine(own, $"{Name}.csproj"), ProjectText(version));
        if (HasCentralVersions)
            await File.WriteAllTextAsync(Path.Combine(own, "Directory.Packages.props"), CentralVersions(version));
        if (Program is not null)
            await File.WriteAllTextAsync(Path.Combine(own, "Program.cs"), Usings + await SourceTree.StrangerAsync(Program));
        if (!Packages.Contains("Esms.Toolkit.Generator"))
            return;
        Directory.CreateDirectory(Path.Combine(own, "contracts"));
        await File.WriteAllTextAsync(Path.Combine(own, "contracts", "CountSends.esms.json"), await SourceTree.StrangerAsync("CountSends.esms.json"));
    }

    private string ProjectText(string version)
    {
        var packages = Packages.Select(id => $"""<PackageReference Include="{id}"{(HasCentralVersions ? "" : $" Version=\"{version}\"")} />""");
        var projects = Projects.Select(static name => $"""<ProjectReference Include="../{name}/{name}.csproj" />""");
        return $"""
            <Project Sdk="{Sdk}">
              <PropertyGroup>
                <OutputType>{(Program is null ? "Library" : "Exe")}</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <UseAppHost>false</UseAppHost>
                {Properties}
              </PropertyGroup>
              <ItemGroup>
                {string.Join('\n', [.. packages, .. projects])}
                {Items}
              </ItemGroup>
            </Project>
            """;
    }

    private string CentralVersions(string version) =>
        $"""
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>
                {string.Join('\n', Packages.Select(id => $"""<PackageVersion Include="{id}" Version="{version}" />"""))}
              </ItemGroup>
            </Project>
            """;
}

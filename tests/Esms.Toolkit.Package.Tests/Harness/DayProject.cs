namespace Esms.Toolkit.Package.Tests.Harness;

/// <summary>A project that prints the clients which it was compiled with, for tests that do to it what people do in a day.</summary>
internal sealed class DayProject(string folder)
{
    public const string Program = """
        System.Console.WriteLine("clients: " + string.Join(", ", System.Linq.Enumerable.Order(System.Linq.Enumerable.Select(
            System.Linq.Enumerable.Where(typeof(Program).Assembly.GetTypes(), type => type.Name.EndsWith("Client") && type.IsClass), type => type.Name))));
        """;

    public string Folder { get; } = folder;

    /// <param name="items">Items of the project.</param>
    public static async Task<DayProject> NewAsync(PackedToolkit packages, string name, string sdk = "Microsoft.NET.Sdk", string items = "")
    {
        var folder = Directory.CreateDirectory(Path.Combine(await packages.NewFolderAsync($"day-{name}"), name)).FullName;
        await WriteAsync(Path.Combine(folder, $"{name}.csproj"), sdk, packages.Version, items);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), Program);
        return new DayProject(folder);
    }

    public static Task WriteAsync(string path, string sdk, string version, string items) =>
        File.WriteAllTextAsync(
            path,
            $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <UseAppHost>false</UseAppHost>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Esms.Toolkit" Version="{version}" />
                <PackageReference Include="Esms.Toolkit.Generator" Version="{version}" />
                {items}
              </ItemGroup>
            </Project>
            """
        );

    /// <summary>Writes a contract of a client of any name.</summary>
    /// <param name="path">Of the file, from the folder of the project.</param>
    /// <param name="isOld">Whether it has a date of long ago, as a file that came out of an archive has.</param>
    public async Task PutAsync(string path, string client, bool isOld = false)
    {
        var file = Path.GetFullPath(Path.Combine(Folder, path));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var contract = await SourceTree.StrangerAsync("CountThings.esms.json");
        await File.WriteAllTextAsync(file, contract.Replace("Things", client, StringComparison.Ordinal));
        if (isOld)
            File.SetLastWriteTimeUtc(file, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    public void Delete(string path) => File.Delete(Path.Combine(Folder, path));

    /// <summary>Builds as people do, and runs what was built.</summary>
    public async Task<string> BuildAndRunAsync()
    {
        (await DotnetAsync("build", "-verbosity:quiet")).AssertSucceeded();
        return (await DotnetAsync("run", "--no-build")).AssertSucceeded().Output.Trim();
    }

    public Task<Command> DotnetAsync(params string[] arguments) => Command.DotnetAsync(Folder, arguments);

    /// <summary>The contracts below a folder, by their names.</summary>
    public IEnumerable<string> ContractsIn(string folder) =>
        Directory.GetFiles(Path.Combine(Folder, folder), "*.esms.json", SearchOption.AllDirectories).Select(static path => Path.GetFileName(path));
}

using System.Security;

namespace Esms.Toolkit.Package.Tests.Harness;

/// <summary>Writes a project of the matrix: a contract, and code that calls what is generated from it. Every warning is an error.</summary>
internal sealed class MatrixProject(Combination combination, string version)
{
    private const string Hostile = """
        public class Type { }
        public class HttpMethod { }
        public class DateTimeOffset { }
        public class CancellationToken { }
        public class Utf8JsonReader { }
        public class Task { }
        public class String { }
        public class Encoding { }
        public class JsonSerializer { }
        """;

    private string Namespace => combination.Name.Namespace;

    /// <returns>The path of the project file, below the folder.</returns>
    public async Task<string> WriteAsync(string folder)
    {
        var name = combination.Name.Project;
        await WriteAsync(Path.Combine(folder, name), name, isTest: false);
        if (combination.Kind != "TestInside")
            return Path.Combine(name, $"{name}.csproj");
        await WriteAsync(Path.Combine(folder, name, "tests"), $"{name}.Tests", isTest: true);
        return Path.Combine(name, "tests", $"{name}.Tests.csproj");
    }

    private async Task WriteAsync(string folder, string name, bool isTest)
    {
        Directory.CreateDirectory(folder);
        var contract = await SourceTree.StrangerAsync("CountThings.esms.json");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "CountThings.esms.json"),
            isTest ? contract.Replace("Things", "Tests", StringComparison.Ordinal) : contract
        );
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.csproj"), ProjectText(name, isTest));
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), ProgramText(isTest));
        if (combination.HasHostileNames && !isTest)
            await File.WriteAllTextAsync(Path.Combine(folder, "Hostile.cs"), HostileText());
    }

    private string ProjectText(string name, bool isTest)
    {
        var (sdk, output) = combination.Kind switch
        {
            "Web" => ("Microsoft.NET.Sdk.Web", "Exe"),
            "Worker" => ("Microsoft.NET.Sdk.Worker", "Exe"),
            "Console" => ("Microsoft.NET.Sdk", "Exe"),
            _ => ("Microsoft.NET.Sdk", "Library"),
        };
        var own = Escape(combination.Name.Project);
        var items = isTest
            ? $"""<ProjectReference Include="../{own}.csproj" />"""
            : $"""<Compile Remove="tests/**" /><InternalsVisibleTo Include="{own}.Tests" />""";
        return $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>{output}</OutputType>
                <TargetFramework>{combination.Framework}</TargetFramework>
                <LangVersion>{combination.Language}</LangVersion>
                <ImplicitUsings>{(combination.HasImplicitUsings ? "enable" : "disable")}</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <UseAppHost>false</UseAppHost>
                {(isTest ? $"<RootNamespace>{own}</RootNamespace>" : "")}
                <IsTestProject>{isTest}</IsTestProject>
                <!-- NU1902 to NU1904: what is known of the packages that .NET 8 has is no matter here. -->
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Esms.Toolkit" Version="{version}" />
                <PackageReference Include="Esms.Toolkit.Generator" Version="{version}" />
                {(combination.Kind == "Worker" ? """<PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.14" />""" : "")}
                {items}
              </ItemGroup>
            </Project>
            """;
    }

    private string ProgramText(bool isTest) =>
        $$"""
            namespace {{Namespace}}
            {
                internal static class {{(isTest ? "Tests" : "Program")}}
                {
                    private static void Main() { }

                    internal static object Call(global::Esms.EsmsConnection connection)
                    {
                        return new {{(isTest ? "Tests" : "Things")}}Client(connection).Count{{(isTest ? "Tests" : "Things")}}Async(new Count{{(
                isTest ? "Tests" : "Things"
            )}}Request());
                    }

                    internal static object BuiltIn()
                    {
                        return global::Esms.EsmsJsonContext.Default.GetSendStatusResponse;
                    }
                }
            }
            """;

    private string HostileText() =>
        $$"""
            global using Google.Protobuf.WellKnownTypes;
            global using Utf8JsonWriter = Google.Protobuf.WellKnownTypes.Any;

            namespace Google.Protobuf.WellKnownTypes
            {
            public class Any { }
            {{Hostile}}
            }

            namespace {{Namespace}}
            {
            {{Hostile}}
            }

            namespace {{Namespace}}.System
            {
            public class Action { }
            }

            namespace {{Namespace}}.Esms.Runtime
            {
            public class EsmsJson { }
            }
            """;

    private static string Escape(string name) => SecurityElement.Escape(name);
}

using Esms.Cli;

namespace Esms.Docs.Tests;

/// <summary>The reference pages are those that the contracts give.</summary>
public sealed class ReferenceTests
{
    private const string Folder = "docs/reference";

    private const string Command = "dotnet run --project runtime/Esms.Toolkit.Cli -- export markdown --output docs/reference";

    [Fact]
    public async Task Each_page_is_as_the_contracts_give_it()
    {
        var folder = Directory.CreateTempSubdirectory("esms-reference-");
        try
        {
            var code = await EsmsProgram.RunAsync(
                ["export", "markdown", "--output", folder.FullName],
                new() { Error = TextWriter.Null },
                TestContext.Current.CancellationToken
            );
            Assert.Equal(ExitCodes.Success, code);
            var (made, kept) = (FilesOf(folder.FullName), FilesOf(Repository.PathOf(Folder)));

            var stale = made.Where(page => kept.GetValueOrDefault(page.Key) != page.Value)
                .Select(static page => $"{Folder}/{page.Key} is not what the contracts give; run: {Command}");
            var left = kept.Keys.Except(made.Keys).Select(static path => $"{Folder}/{path} is of no contract: delete it");
            Report.AssertNone(stale.Concat(left));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Dictionary<string, string> FilesOf(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(
                path => Path.GetRelativePath(folder, path).Replace('\\', '/'),
                static path => File.ReadAllText(path).ReplaceLineEndings("\n")
            );
}

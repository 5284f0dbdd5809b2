namespace Esms.Cli.Tests.Import;

/// <summary>Imports what has secrets in it. What stands in a command or an answer may be real, and contracts are committed.</summary>
public abstract class SecretImport : IDisposable
{
    private protected const string Key = "AAAA1111AAAA1111AAAA1111AAAA11";
    private protected const string Secret = "BBBB2222BBBB2222BBBB2222BBBB22";

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("esms-secret").FullName;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Directory.Delete(Folder, recursive: true);

    private protected static void AssertKept(string contract, string told, params string[] secrets)
    {
        foreach (var secret in secrets)
            Assert.DoesNotContain(secret, contract + told, StringComparison.OrdinalIgnoreCase);
    }

    private protected (int ExitCode, string Contract, string Told) Import(string command, params string[] answers) =>
        Run(["contracts", "import", "curl", Write("c.txt", command), .. answers.Select(answer => Write("answer.json", answer))]);

    private protected static (int ExitCode, string Contract, string Told) Run(string[] arguments) => EsmsTool.Invoke(arguments);

    private protected string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}

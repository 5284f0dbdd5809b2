extern alias cli;
using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using cli::Esms.Cli;

namespace Esms.Toolkit.Fuzz.Leaks;

/// <summary>Imports what has secrets in it, as the command does, and looks for them in all that comes out.</summary>
internal sealed partial class LeakFuzz(int seed) : IDisposable
{
    /// <summary>A mutant may have half of a character.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _folder = Directory.CreateTempSubdirectory("esms-leaks-").FullName;
    private readonly List<FuzzFailure> _failures = [];
    private readonly SortedDictionary<int, int> _codes = [];

    public IReadOnlyList<FuzzFailure> Failures => _failures;

    /// <summary>How often the command ended with each exit code.</summary>
    public IReadOnlyDictionary<int, int> Codes => _codes;

    public int Planted { get; private set; }

    public async Task RunAsync(int first, int count)
    {
        for (var index = first; index < first + count; index++)
            await TryAsync(index).ConfigureAwait(false);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{_codes.Values.Sum()} imports with {Planted} secrets: {string.Join(", ", _codes.Select(static code => $"{code.Value} ended with {code.Key}"))}; {_failures.Count} failures"
        );

    private async Task TryAsync(int index)
    {
        var input = LeakInput.Make(seed, index);
        Planted += input.Secrets.Count;
        var (code, told, contract) = await ImportAsync(input).ConfigureAwait(false);
        _codes[code] = _codes.GetValueOrDefault(code) + 1;
        if (Complaint(input, code, told, contract) is { } cause)
            _failures.Add(
                new FuzzFailure(
                    index,
                    cause,
                    $"{input.Text}\n----\n{string.Join("\n----\n", input.Answers)}\n----\n{string.Join(' ', input.Options)}\n==== {code}\n{told}\n{contract}"
                )
            );
    }

    private async Task<(int Code, string Told, string Contract)> ImportAsync(LeakInput input)
    {
        List<string> files =
        [
            .. (input.Text is null ? input.Answers : input.Answers.Prepend(input.Text)).Select(
                (text, i) => Write(string.Create(CultureInfo.InvariantCulture, $"input{i}.txt"), text)
            ),
        ];
        // To standard output, the contract is a part of what is told.
        var target = input.ToOutput ? "-" : Path.Combine(_folder, "made.esms.json");
        if (!input.ToOutput)
            File.Delete(target);
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        string told;
        var code = -1;
        try
        {
            code = await EsmsProgram
                .RunAsync(
                    ["contracts", "import", input.Kind, .. files, .. input.Options, "-o", target],
                    new InvocationConfiguration { Output = output, Error = error }
                )
                .ConfigureAwait(false);
            told = $"{output}{error}";
        }
#pragma warning disable CA1031 // Whatever is thrown is what this program looks for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            told = exception.ToString();
        }
        return (code, told, File.Exists(target) ? await File.ReadAllTextAsync(target).ConfigureAwait(false) : string.Empty);
    }

    private static string? Complaint(LeakInput input, int code, string told, string contract)
    {
        if (code is not (0 or 1 or 2))
            return "An exception came out.";
        foreach (var secret in input.Secrets)
        {
            if (contract.Contains(secret, StringComparison.OrdinalIgnoreCase))
                return "A secret is in the contract.";
            if (told.Contains(secret, StringComparison.OrdinalIgnoreCase))
                return "A secret is in what is told.";
        }
        if (code == 2 && !Place().IsMatch(told))
            return "A refusal says no place.";
        return told.Split('\n').Any(static line => line.StartsWith("refused: ", StringComparison.Ordinal) && !Place().IsMatch(line))
            ? "Something was refused without its place."
            : null;
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text, Utf8);
        return path;
    }

    [GeneratedRegex(@"\(\d+,\d+\): |--(get|post|operation|client|docs)\b|under ""\w+""")]
    private static partial Regex Place();
}

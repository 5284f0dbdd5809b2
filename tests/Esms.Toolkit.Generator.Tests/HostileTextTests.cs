using Esms.Toolkit.Tests.Harness;

namespace Esms.Toolkit.Tests;

/// <summary>Contracts are untrusted. Whatever text stands wherever in one, it is told as a problem, or it stays a text in the code.</summary>
public sealed class HostileTextTests
{
    private const string LineBreaks = "\r\n\u0085\u2028\u2029";

    private static readonly string[] IndexFiles = ["Clients.g.cs", "EsmsJsonContext.g.cs"];

    /// <summary>By names, because test runners cannot print all of the texts.</summary>
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["a quote"] = "\"",
        ["braces"] = "}{",
        ["the end of a comment"] = "*/",
        ["a comment"] = "///",
        ["a statement"] = "\"; System.Environment.Exit(1); //",
        ["a class"] = "\n}\npublic class Injected { }\n//",
        ["a directive"] = "\r\n#error Injected\r\n",
        ["tags"] = "</summary><script>",
        ["a tag that includes a file"] = "<include file='secret.xml' path='*'/>",
        ["the start of CDATA"] = "<![CDATA[",
        ["the end of CDATA"] = "]]>",
        ["the end of an XML comment"] = "--><!--",
        ["an entity"] = "&#10;&undefined;",
        ["a raw string"] = "\"\"\"",
        ["a verbatim string"] = "@\"",
        ["an escaped quote"] = "\\\"",
        ["an escape"] = "\\u0022",
        ["two braces"] = "{{",
        ["a placeholder"] = "{0}",
        ["an interpolation"] = "{System.Environment.Exit(1)}",
        ["a format"] = "%s",
        ["a shell command"] = "$(rm -rf .)`id`",
        ["class"] = "class",
        ["await"] = "await",
        ["record"] = "record",
        ["field"] = "field",
        ["required"] = "required",
        ["Class"] = "Class",
        ["Await"] = "Await",
        ["Record"] = "Record",
        ["Field"] = "Field",
        ["Required"] = "Required",
        ["NUL"] = "\0",
        ["a backspace"] = "\b",
        ["a form feed"] = "\f",
        ["an escape character"] = "\u001B[2J",
        ["a delete character"] = "\u007F",
        ["a line feed"] = "\n",
        ["a carriage return"] = "\r",
        ["a tab"] = "\t",
        ["a next line"] = "\u0085",
        ["a line separator"] = "\u2028",
        ["a paragraph separator"] = "\u2029",
        ["a high surrogate"] = "\uD800",
        ["a low surrogate"] = "\uDC00",
        ["swapped surrogates"] = "\uDC00\uD800",
        ["a surrogate pair"] = "\U0001F600",
        ["U+FFFE"] = "\uFFFE",
        ["U+FFFF"] = "\uFFFF",
        ["a byte order mark"] = "\uFEFF",
        ["a zero-width space"] = "\u200B",
        ["a right-to-left override"] = "\u202E",
        ["letters of other scripts"] = "ĐặngΩж",
        ["letters that grow in upper case"] = "ßŉ",
        ["a long text"] = new string('x', 10_000),
        ["a long name"] = new string('X', 10_000),
        ["long markup"] = new string('<', 10_000),
        ["nothing"] = "",
        ["a space"] = " ",
    };

    public static TheoryData<string> Names => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_text_is_told_or_stays_a_text(string name)
    {
        // In runs of their own, so that a type and an operation of one name do not keep each other out.
        foreach (var trials in Trials(name, HostileContract.Escaped).GroupBy(static trial => trial.Slot.Name == "type name"))
        {
            var outcome = GeneratorHarness.Run(trials.Select(static trial => trial.Contract)).AssertCompiles();
            // A wrong sample is told, and the contract is generated all the same.
            var told = outcome
                .Problems.Where(static problem => problem.Id is not ("ESMS015" or "ESMS016"))
                .Select(static problem => problem.Location.GetLineSpan().Path)
                .ToHashSet(StringComparer.Ordinal);

            Assert.All(outcome.Problems, static problem => Assert.StartsWith("ESMS", problem.Id, StringComparison.Ordinal));
            Assert.All(
                trials,
                trial =>
                    Assert.True(trial.Slot.Freedom != Freedom.Full || !told.Contains(trial.Contract.Path), $"{trial.Slot} does not take the text.")
            );
            Assert.All(outcome.Files.Values, AssertHasNoForbiddenCharacter);
            AssertSameShapes([.. trials.Where(trial => !told.Contains(trial.Contract.Path))], outcome);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_text_does_the_same_with_escapes_and_without(string name)
    {
        var outcome = GeneratorHarness.Run(Trials(name, HostileContract.Raw).Select(static trial => trial.Contract));

        // JSON wants escapes for these; no contract with a raw one is read.
        if (Texts[name].Any(static character => character < ' '))
        {
            Assert.Equal(["ESMS001"], outcome.Problems.Select(static problem => problem.Id).Distinct());
            Assert.Empty(outcome.Files);
            return;
        }
        var escaped = GeneratorHarness.Run(Trials(name, HostileContract.Escaped).Select(static trial => trial.Contract));
        Assert.Equal(
            escaped.Problems.Select(static problem => (problem.Id, problem.GetMessage(null))),
            outcome.Problems.Select(static problem => (problem.Id, problem.GetMessage(null)))
        );
        Assert.Equal(escaped.Files, outcome.Files);
    }

    /// <summary>Build servers read commands from lines of the log, and people read errors there.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_problem_is_told_in_one_line(string name)
    {
        var outcome = GeneratorHarness.Run(Trials(name, HostileContract.Escaped).Select(static trial => trial.Contract));

        Assert.NotEmpty(outcome.Problems);
        Assert.All(outcome.Problems, static problem => Assert.Equal(-1, problem.GetMessage(null).AsSpan().IndexOfAny(LineBreaks)));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void Two_thousand_levels_in_place_of_a_text_are_told(string open, string close)
    {
        var nested = string.Concat(Enumerable.Repeat(open, 2000)) + "null" + string.Concat(Enumerable.Repeat(close, 2000));

        var outcome = GeneratorHarness.Run(HostileContract.Slots.Select((slot, i) => HostileContract.WithValue(i, slot, nested)));

        Assert.Equal(Enumerable.Repeat("ESMS001", HostileContract.Slots.Count), outcome.Problems.Select(static problem => problem.Id));
        Assert.Empty(outcome.Files);
    }

    /// <summary>To look for the word that was meant takes time that grows with the square of its length.</summary>
    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void No_other_word_is_sought_for_a_long_one(int length, bool isSought)
    {
        var (known, meant) = (new string('a', length), new string('a', length - 1) + "b");
        var contract = TestContract
            .GetSendStatus.Edit(
                "\"TotalSent\": {",
                $"\"{known}\": {{ \"name\": \"Known\", \"type\": \"int\", \"summary\": \"A.\" }},\n\"TotalSent\": {{"
            )
            .Edit("\"TotalSent\": 1", $"\"{meant}\": 1");

        var message = Assert.Single(GeneratorHarness.Run(contract, TestContract.SendStatus).Problems).GetMessage(null);

        Assert.Equal($"The sample has '{meant}', which is not in the response{(isSought ? $"; did you mean '{known}'?" : string.Empty)}", message);
    }

    /// <summary>Puts the text into each slot in turn: around a letter where any text is right, and else by itself and between letters.</summary>
    private static IEnumerable<Trial> Trials(string name, Func<string, string> write)
    {
        var text = Texts[name];
        return HostileContract
            .Slots.SelectMany(slot =>
                (slot.Freedom == Freedom.Full ? [$"{text}a{text}"] : new[] { text, $"Ab{text}Cd" }).Select(written => (Slot: slot, Text: written))
            )
            .Select((trial, i) => new Trial(i, trial.Slot, HostileContract.With(i, trial.Slot, write(trial.Text))));
    }

    /// <summary>Demands that the contracts without a problem gave the code that they give with harmless texts, and the others none.</summary>
    private static void AssertSameShapes(List<Trial> accepted, GeneratorOutcome outcome)
    {
        var harmless = GeneratorHarness.Run(accepted.Select(static trial => HostileContract.Harmless(trial.Number)));
        var (expected, actual) = (Endpoints(harmless), Endpoints(outcome));
        Assert.Equal(accepted.Count, expected.Count);
        Assert.Equal(accepted.Count, actual.Count);
        for (var i = 0; i < accepted.Count; i++)
            CodeShape.AssertSame(expected[i], actual[i], accepted[i].Slot.Freedom == Freedom.Name);

        // Other operations and clients are listed in another order, as they should be.
        if (accepted.Any(static trial => trial.Slot.Name is "operation" or "client"))
            return;
        Assert.Equal(harmless.Files.Keys, outcome.Files.Keys);
        foreach (var index in IndexFiles.Where(outcome.Files.ContainsKey))
            CodeShape.AssertSame(harmless.Files[index], outcome.Files[index], mayRename: false);
    }

    /// <summary>The files of the endpoints, which come in the order of their contracts.</summary>
    private static List<string> Endpoints(GeneratorOutcome outcome) =>
        [.. outcome.Files.Where(static file => !IndexFiles.Contains(file.Key)).Select(static file => file.Value)];

    private static void AssertHasNoForbiddenCharacter(string file)
    {
        for (var i = 0; i < file.Length; i++)
        {
            if (char.IsSurrogatePair(file, i))
                i++;
            else if (char.IsSurrogate(file[i]) || file[i] is '\u0085' or '\u2028' or '\u2029')
                Assert.Fail($"A file has U+{(int)file[i]:X4} in it.");
        }
    }

    private sealed record Trial(int Number, Slot Slot, TestContract Contract);
}

using Esms.Runtime;

namespace Esms.Tests.Transport;

/// <summary>Addresses and forms are put together by the same type; a form shows what it makes without a call.</summary>
public sealed class ParametersTests
{
    private const string Unreserved = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Above the first size of a buffer and the two after it.</summary>
    private const int ManySizes = 2200;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Each_character_stands_for_itself_or_for_its_bytes()
    {
        foreach (var character in Enumerable.Range(0, 128).Select(static code => (char)code))
        {
            var expected = Unreserved.Contains(character, StringComparison.Ordinal) ? character.ToString() : $"%{(int)character:X2}";
            Assert.Equal($"n={expected}", Written($"{character}", AddOne));
            Assert.Equal($"x{expected}-", Written($"{character}-", AddSegmentBehindX));
        }
        Assert.Equal("n=%C4%91%F0%9F%87%BB", Written("đ🇻", AddOne));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void A_part_of_the_path_that_would_change_the_path_is_refused(string? value)
    {
        var exception = Assert.Throws<ArgumentException>(() => Written(value!, AddSegmentBehindX));

        Assert.Equal("TemplateId is a part of the address, and can be neither empty nor dots. (Parameter 'TemplateId')", exception.Message);
    }

    [Theory]
    [InlineData("a", "xa")]
    [InlineData("...", "x...")]
    [InlineData("../a?b", "x..%2Fa%3Fb")]
    public void A_part_of_the_path_stays_one(string value, string expected) => Assert.Equal(expected, Written(value, AddSegmentBehindX));

    /// <summary>At some of these lengths a buffer, of whatever size, is full to the last character.</summary>
    [Fact]
    public Task Parameters_of_any_length_are_whole() =>
        OnNewThread(static () =>
        {
            foreach (var value in Texts())
                Assert.Equal($"n={value}&m={value}", Written(value, AddTwo));
        });

    [Fact]
    public Task Pieces_of_the_path_of_any_length_are_whole() =>
        OnNewThread(static () =>
        {
            foreach (var value in Texts())
                Assert.Equal($"{value}{value}/x", Written(value, AddPaths));
        });

    [Fact]
    public Task Many_parameters_are_whole() =>
        OnNewThread(static () =>
            Assert.Equal(string.Join('&', Enumerable.Range(0, 1000).Select(static i => $"name{i}={i}")), Written(string.Empty, AddMany))
        );

    private static void AddOne(ref EsmsParameters form, string value) => form.Add("n", value);

    private static void AddTwo(ref EsmsParameters form, string value)
    {
        form.Add("n", value);
        form.Add("none", null);
        form.Add("m", value);
    }

    private static void AddMany(ref EsmsParameters form, string value)
    {
        for (var i = 0; i < 1000; i++)
            form.Add($"name{i}", FormattableString.Invariant($"{i}"));
    }

    private static void AddPaths(ref EsmsParameters form, string value)
    {
        form.AddPath(value);
        form.AddPath(value);
        form.AddPath("/x");
    }

    private static void AddSegmentBehindX(ref EsmsParameters form, string value)
    {
        form.AddPath("x");
        form.AddSegment("TemplateId", value);
    }

    private static IEnumerable<string> Texts()
    {
        const string digits = "0123456789";
        return Enumerable.Range(0, ManySizes).Select(static length => string.Create(length, digits, static (text, all) => Fill(text, all)));
    }

    private static void Fill(Span<char> text, string digits)
    {
        for (var i = 0; i < text.Length; i++)
            text[i] = digits[i % digits.Length];
    }

    private static string Written(string value, EsmsWriteForm<string> write)
    {
        using var form = EsmsContent.Form(value, default, write);
        using var text = new StreamReader(form.ReadAsStream(Cancellation));
        return text.ReadToEnd();
    }

    /// <summary>A thread keeps the buffer that it has made longer; a new one begins with a short one.</summary>
    private static Task OnNewThread(Action action) =>
        Task.Factory.StartNew(action, Cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}

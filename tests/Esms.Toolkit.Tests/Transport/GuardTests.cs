using Esms.Runtime;

namespace Esms.Tests.Transport;

/// <summary>What a caller is told who gives what eSMS would refuse: which property, and which bound.</summary>
public sealed class GuardTests
{
    [Fact]
    public void A_text_of_the_greatest_length_passes_and_one_more_is_told()
    {
        EsmsGuard.Text("12345", "Content", isRequired: true, maxLength: 5);

        AssertTold("Content has 6 characters, and eSMS takes at most 5.", static () => EsmsGuard.Text("123456", "Content", isRequired: true, 5));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_text_that_must_be_there_is_told(string? value)
    {
        EsmsGuard.Text(value, "Content", isRequired: false);

        AssertTold("Content is required: eSMS refuses the call without it.", () => EsmsGuard.Text(value, "Content", isRequired: true));
    }

    [Fact]
    public void An_object_that_must_be_there_is_told()
    {
        EsmsGuard.Required(0, "Sender");

        AssertTold("Sender is required: eSMS refuses the call without it.", static () => EsmsGuard.Required(null, "Sender"));
    }

    [Theory]
    [InlineData(1, 2, int.MaxValue, "Phones has 1 items, and eSMS takes at least 2.")]
    [InlineData(1, 2, 3, "Phones has 1 items, and eSMS takes 2 to 3.")]
    [InlineData(4, 2, 3, "Phones has 4 items, and eSMS takes 2 to 3.")]
    public void A_list_of_a_wrong_length_is_told_with_its_bounds(int count, int minCount, int maxCount, string message) =>
        AssertTold(
            message,
            () =>
                EsmsGuard.List(
                    new string[count]
                        .Select(static _ => "x")
                        .ToList(),
                    "Phones",
                    minCount,
                    maxCount
                )
        );

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_list_within_its_bounds_passes(int count) =>
        Assert.Null(Record.Exception(() => EsmsGuard.List(Enumerable.Range(0, count).ToList(), "Phones", 2, 3)));

    [Fact]
    public void A_list_that_is_not_there_passes() => Assert.Null(Record.Exception(static () => EsmsGuard.List<string>(null, "Phones", 2, 3)));

    [Fact]
    public void One_item_that_is_null_is_told() =>
        AssertTold("Phones has an item that is null.", static () => EsmsGuard.List<string?>(["0901888484", null, "0901888485"], "Phones"));

    [Fact]
    public void An_object_is_checked_when_there_is_one()
    {
        var seen = new List<string>();

        EsmsGuard.One(null, (Action<string>)seen.Add);
        EsmsGuard.One("button", seen.Add);

        Assert.Equal(["button"], seen);
    }

    [Fact]
    public void Each_object_of_a_list_is_checked_when_there_is_one()
    {
        var seen = new List<string>();

        EsmsGuard.Each(null, (Action<string>)seen.Add);
        EsmsGuard.Each(["first", "second"], seen.Add);

        Assert.Equal(["first", "second"], seen);
    }

    private static void AssertTold(string message, Action check)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(check);

        Assert.Equal($"{message} (Parameter '{exception.ParamName}')", exception.Message);
        Assert.StartsWith($"{exception.ParamName} ", message, StringComparison.Ordinal);
    }
}

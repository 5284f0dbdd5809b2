using static Esms.Cli.Tests.SendingMany.PeopleDesk;

namespace Esms.Cli.Tests.SendingMany;

/// <summary>Letters with their marks behind them, which some programs write, are the same letters; also without ICU, as this command runs.</summary>
public sealed class DecomposedLetterTests
{
    private const string Decomposed = "Ma\u0323\u0302t kha\u0302\u0309u";

    [Fact]
    public async Task A_column_is_ignored_and_a_message_is_found_by_the_letters_that_people_type()
    {
        await using var desk = await Desk.StartAsync();
        var csv = $"phone,content,Ghi chu\u0301\n0901888484,{Decomposed} moi,x\n";

        (await SendAsync(desk, csv, "--ignore", "Ghi chú")).AssertEndsWith(0);

        foreach (var text in new[] { "Mật khẩu", Decomposed, "mat khau", "MẬT" })
            Assert.Equal(1, desk.Emulator.Messages.Search(new() { Text = text }).Total);
    }
}

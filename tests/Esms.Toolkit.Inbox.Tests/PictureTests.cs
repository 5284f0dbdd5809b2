using Esms.Emulator;
using Esms.Inbox.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Esms.Inbox.Tests;

/// <summary>Pictures of the page, for the documentation; they are written to artifacts/inbox.</summary>
public sealed class PictureTests(Chromium chromium)
{
    private static string Folder { get; } = Path.Combine(Repository.Artifacts, "inbox");

    [Theory]
    [InlineData("light", "en-US", false, 1280, 860, "đã sẵn sàng")]
    [InlineData("dark", "en-US", true, 1280, 860, "DH1042 ·")]
    [InlineData("vietnamese", "vi-VN", false, 1280, 860, "Hiệu sách Mây: đơn")]
    [InlineData("phone", "vi-VN", true, 360, 1500, "482913")]
    public Task Of_a_message(string name, string locale, bool isDark, int width, int height, string text) =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await Scene.PlayAsync(inbox);
                await inbox.ChooseAsync(text);
                await TakeAsync(inbox, name);
            },
            new()
            {
                Locale = locale,
                IsDark = isDark,
                Width = width,
                Height = height,
            },
            Scene.Options
        );

    [Fact]
    public Task Of_the_fault_script() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await Scene.PlayAsync(inbox);
                inbox.Esms.Faults = new()
                {
                    Seed = 7,
                    Rules =
                    {
                        new() { Kind = FaultKind.LostAnswer, Percent = 10 },
                    },
                };
                await inbox.Page.ReloadAsync();
                await inbox.Page.Locator("#open-faults").ClickAsync();
                await Expect(inbox.Page.Locator("#fault-script")).ToBeVisibleAsync();
                await TakeAsync(inbox, "faults");
            },
            new()
            {
                Width = 1280,
                Height = 860,
                IsDark = true,
            },
            Scene.Options
        );

    [Fact]
    public Task Of_the_form() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await inbox.Button("Gọi thử một hàm").ClickAsync();
                await inbox.Button("Điền ví dụ trong tài liệu").ClickAsync();
                await inbox.Button("Gửi").ClickAsync();
                await Expect(inbox.Page.Locator("#try-result pre")).ToHaveCountAsync(2);
                await TakeAsync(inbox, "form");
            },
            Viewer.Vietnamese with
            {
                Height = 860,
            }
        );

    private static async Task TakeAsync(OpenInbox inbox, string name)
    {
        Directory.CreateDirectory(Folder);
        var picture = Path.Combine(Folder, $"{name}.png");
        await inbox.Page.ScreenshotAsync(new() { Path = picture });
        Assert.True(new FileInfo(picture).Length > 20_000, "The picture is empty.");
    }
}

namespace Esms.Inbox.Tests.Harness;

/// <summary>Who looks at the page, and on what.</summary>
internal sealed record Viewer
{
    public string Locale { get; init; } = "en-US";

    public bool IsDark { get; init; }

    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 800;

    public static Viewer English { get; } = new();

    public static Viewer Vietnamese { get; } = new() { Locale = "vi-VN" };

    public static Viewer OnPhone { get; } = new() { Width = 360, Height = 740 };
}

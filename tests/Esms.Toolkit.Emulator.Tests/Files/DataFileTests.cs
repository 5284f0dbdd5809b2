using System.Runtime.Versioning;
using Esms.Emulator.Tests.Harness;

namespace Esms.Emulator.Tests.Files;

/// <summary>Phone numbers, texts and codes are in the file of an emulator, so its owner alone reads it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DataFileTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Everybody = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string DataFile => Path.Combine(_folder.FullName, "esms.db");

    [Fact]
    public async Task A_new_file_and_those_beside_it_are_the_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Rights are others there.");
        await using var desk = await Desk.StartAsync(new() { DataFile = DataFile });
        await desk.SendSmsAsync(callBack: false);

        AssertPrivate(atLeast: 2);
    }

    [Fact]
    public async Task A_file_of_before_becomes_the_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Rights are others there.");
        await using (var desk = await Desk.StartAsync(new() { DataFile = DataFile }))
            await desk.SendSmsAsync(callBack: false);
        await File.WriteAllTextAsync($"{DataFile}-wal", "", TestContext.Current.CancellationToken);
        foreach (var file in _folder.GetFiles())
            file.UnixFileMode = Everybody;

        await using (var desk = await Desk.StartAsync(new() { DataFile = DataFile }))
        {
            Assert.Single(desk.Esms.Messages);
            AssertPrivate(atLeast: 2);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Behind_a_link_it_is_the_same(bool isThere)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Rights are others there.");
        var link = Path.Combine(_folder.FullName, "link.db");
        File.CreateSymbolicLink(link, DataFile);
        if (isThere)
        {
            await File.WriteAllTextAsync(DataFile, "", TestContext.Current.CancellationToken);
            File.SetUnixFileMode(DataFile, Everybody);
        }
        await using var desk = await Desk.StartAsync(new() { DataFile = link });
        await desk.SendSmsAsync(callBack: false);

        AssertPrivate(atLeast: 2);
    }

    [Fact]
    public void A_folder_is_no_file_and_keeps_its_rights()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Rights are others there.");
        var before = _folder.UnixFileMode = Everybody | UnixFileMode.UserExecute;

        Assert.ThrowsAny<Exception>(() => new EmulatorEngine(new() { DataFile = _folder.FullName }).Dispose());

        _folder.Refresh();
        Assert.Equal(before, _folder.UnixFileMode);
    }

    [Fact]
    public void The_memory_is_no_file()
    {
        using var engine = new EmulatorEngine(new() { DataFile = ":memory:" });

        Assert.False(File.Exists(":memory:"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void AssertPrivate(int atLeast)
    {
        var files = _folder.GetFiles().Where(static file => file.LinkTarget is null).ToList();
        Assert.True(files.Count >= atLeast, $"{files.Count}");
        Assert.All(files, static file => Assert.Equal((file.Name, OwnerOnly), (file.Name, file.UnixFileMode)));
    }
}

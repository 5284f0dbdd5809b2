using System.IO.Compression;
using System.Xml.Linq;

namespace Esms.Toolkit.Package.Tests.Harness;

/// <summary>A package, opened.</summary>
internal sealed class PackedFile(string path) : IDisposable
{
    private readonly ZipArchive _archive = ZipFile.OpenRead(path);

    public IReadOnlyList<ZipArchiveEntry> Entries => _archive.Entries;

    /// <summary>The names of the files in it.</summary>
    public IEnumerable<string> Files => Entries.Select(static entry => entry.FullName);

    public static PackedFile Open(PackedToolkit packages, string id, string extension = "nupkg") =>
        new(Path.Combine(packages.Feed, $"{id}.{packages.Version}.{extension}"));

    public byte[] Read(string name)
    {
        using var content = _archive.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>What the package says of itself.</summary>
    public XElement Metadata()
    {
        using var content = new MemoryStream(Read(Files.Single(static name => name.EndsWith(".nuspec", StringComparison.Ordinal))));
        return XDocument.Load(content).Root!.Elements().Single();
    }

    public void Dispose() => _archive.Dispose();
}

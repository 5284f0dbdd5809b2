using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Esms.Toolkit.Package.Tests.Harness;

/// <summary>The paths of sources as symbols tell them to a debugger.</summary>
internal static class SourcePaths
{
    /// <param name="name">The name of the file: symbols, an assembly that may have them inside, or anything else, which has none.</param>
    /// <param name="file">The file.</param>
    public static IReadOnlyList<string> In(string name, byte[] file)
    {
        using var stream = new MemoryStream(file);
        if (name.EndsWith(".pdb", StringComparison.Ordinal))
        {
            using var symbols = MetadataReaderProvider.FromPortablePdbStream(stream);
            return Of(symbols);
        }
        if (!name.EndsWith(".dll", StringComparison.Ordinal))
            return [];
        using var assembly = new PEReader(stream);
        var embedded = assembly.ReadDebugDirectory().Where(static entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb).ToArray();
        if (embedded is [])
            return [];
        using var inside = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(embedded[0]);
        return Of(inside);
    }

    private static string[] Of(MetadataReaderProvider symbols)
    {
        var reader = symbols.GetMetadataReader();
        return [.. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))];
    }
}

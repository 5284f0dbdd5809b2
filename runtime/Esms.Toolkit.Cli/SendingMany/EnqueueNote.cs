using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Esms.Cli;

/// <summary>
/// What is known of a campaign that was put on a broker, in a file beside the messages: a broker cannot be asked what it has had. There is one for
/// each campaign of a file, so that none is written over by another.
/// </summary>
internal sealed record EnqueueNote
{
    private const int NameBytes = 6;

    /// <summary>The name of the campaign.</summary>
    public required string Campaign { get; init; }

    /// <summary>The hash of what is sent.</summary>
    public required string Content { get; init; }

    /// <summary>The broker, without the password.</summary>
    public required string Broker { get; init; }

    /// <summary>When the first row may have been put there, of all the times that it was begun.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>Whether all rows are there.</summary>
    public required bool IsComplete { get; init; }

    public static string PathOf(string file, string campaign) =>
        $"{file}.via-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(campaign)).AsSpan(0, NameBytes))}.json";

    /// <summary>Whether its messages reach nobody.</summary>
    public bool IsTrial { get; init; }

    /// <summary>The notes of all campaigns of a file.</summary>
    public static IEnumerable<EnqueueNote> Others(string file) =>
        Directory
            .EnumerateFiles(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file)}.via-*.json")
            .Select(Read)
            .OfType<EnqueueNote>()
            .OrderBy(static note => note.BeganAt);

    /// <returns>Null when there is none.</returns>
    /// <exception cref="UsageException">The file is something else.</exception>
    public static EnqueueNote? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), EnqueueNoteJson.Default.EnqueueNote) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new UsageException(
                $"{path} is not what this command writes, so nobody can tell whether the messages are on the broker already.",
                "If they are not, move it away. Otherwise --campaign with another name sends the file once more."
            );
        }
    }

    /// <summary>Whatever happens, there is the note of before or this one; and this one when it returns, should the machine go down.</summary>
    public void Write(string path)
    {
        var beside = $"{path}.{Environment.ProcessId}.tmp";
        using (var file = File.Create(beside))
        {
            JsonSerializer.Serialize(file, this, EnqueueNoteJson.Default.EnqueueNote);
            file.Flush(flushToDisk: true);
        }
        File.Move(beside, path, overwrite: true);
    }
}

/// <summary>How the note is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(EnqueueNote))]
internal sealed partial class EnqueueNoteJson : JsonSerializerContext;

using System.Text.Json;

namespace Esms.Cli.Import;

/// <summary>A text that something was read from, and its name.</summary>
internal sealed record ImportSource(string Path, string Text)
{
    /// <summary>The first place at which a value is, however it is quoted; the beginning when it was made of pieces.</summary>
    public string Find(string value)
    {
        var forms = new[] { value, JsonEncodedText.Encode(value).Value, Uri.EscapeDataString(value), value.Length > 12 ? value[..12] : value };
        var at = forms.Select(form => form.Length == 0 ? -1 : Text.IndexOf(form, StringComparison.Ordinal)).FirstOrDefault(static at => at >= 0, 0);
        return Notes.Place(Path, Text, at);
    }

    public string At(int offset) => Notes.Place(Path, Text, offset);
}

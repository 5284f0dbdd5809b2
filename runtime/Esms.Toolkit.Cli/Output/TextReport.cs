using System.Globalization;
using System.Text.Json;

namespace Esms.Cli;

/// <summary>What a text is, and what it would be without marks.</summary>
internal sealed class TextReport
{
    private const int MostShown = 5;

    private readonly string _text;
    private readonly decimal? _price;
    private readonly EsmsTextMeasure _measure;
    private readonly EsmsTextMeasure _folded;
    private readonly bool _isWhole;

    public TextReport(string text, EsmsSegmentRules rules, bool asUnicode, decimal? price)
    {
        (_text, _price, _isWhole) = (text, price, rules.IsWhole);
        Folded = EsmsMessageText.PreviewFold(text);
        _measure = EsmsMessageText.Measure(text, rules, asUnicode);
        _folded = EsmsMessageText.Measure(Folded.Text, rules);
    }

    public EsmsFoldedText Folded { get; }

    /// <summary>The first of them, with their places from 1.</summary>
    public static string Letters(IEnumerable<EsmsTextCharacter> characters)
    {
        var shown = characters.Take(MostShown + 1).ToList();
        var words = shown.Take(MostShown).Select(static character => $"{Plain.Text(character.Text)} (at {character.Position + 1})");
        return string.Join(", ", words) + (shown.Count > MostShown ? " and more" : string.Empty);
    }

    public IEnumerable<string[]> Rows()
    {
        yield return ["Encoding", Describe(_measure, _text)];
        yield return ["Length", Length(_measure)];
        yield return [_isWhole ? "Messages" : "SMS", Parts(_measure)];
        if (Folded.Changes.Count == 0)
            yield break;
        yield return ["Folded", Plain.Text(Folded.Text)];
        yield return ["", $"{Describe(_folded, Folded.Text)}; {Length(_folded)}; {Parts(_folded)} {(_isWhole ? "message" : "SMS")}"];
        yield return ["Changes", Changes()];
        if (_measure.Segments > _folded.Segments)
            yield return ["Saves", $"{_measure.Segments - _folded.Segments} SMS{Price(_measure.Segments - _folded.Segments)}"];
    }

    public void Write(Utf8JsonWriter writer)
    {
        Write(writer, _measure);
        Write(writer, "beyondGsm", EsmsMessageText.BeyondGsm(_text));
        writer.WriteStartObject("folded");
        writer.WriteString("text", Folded.Text);
        Write(writer, _folded);
        writer.WriteStartArray("changes");
        foreach (var change in Folded.Changes)
        {
            writer.WriteStartObject();
            writer.WriteNumber("position", change.Position);
            writer.WriteString("from", change.From);
            writer.WriteString("to", change.To);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        Write(writer, "beyondGsm", Folded.Remaining);
        writer.WriteEndObject();
    }

    private static string Describe(EsmsTextMeasure measure, string text) =>
        measure switch
        {
            { Encoding: EsmsTextEncoding.Gsm7 } => "GSM",
            { FirstBeyondGsm: < 0 } => "Unicode, as asked for",
            _ => $"Unicode, for {Letters(EsmsMessageText.BeyondGsm(text))}",
        };

    private string Length(EsmsTextMeasure measure) => _isWhole ? Number(measure.Units) : $"{Number(measure.Units)}, {Number(measure.UnitsLeft)} left";

    private string Parts(EsmsTextMeasure measure) => $"{Number(measure.Segments)}{Price(measure.Segments)}";

    private string Price(int segments) => _price is { } price ? $", {Money.Text(price * segments)}" : string.Empty;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Changes()
    {
        var words = Folded
            .Changes.Take(MostShown)
            .Select(static change =>
                $"{Plain.Text(change.From)} → {(change.To.Length == 0 ? "nothing" : Plain.Text(change.To))} (at {change.Position + 1})"
            );
        var more = Folded.Changes.Count - MostShown;
        return string.Join(", ", words) + (more > 0 ? $" and {more} more" : string.Empty);
    }

    private void Write(Utf8JsonWriter writer, EsmsTextMeasure measure)
    {
        writer.WriteString("encoding", measure.Encoding == EsmsTextEncoding.Gsm7 ? "gsm7" : "unicode");
        writer.WriteNumber("units", measure.Units);
        writer.WriteNumber("segments", measure.Segments);
        if (!_isWhole)
            writer.WriteNumber("unitsLeft", measure.UnitsLeft);
        if (_price is { } price)
            writer.WriteNumber("cost", price * measure.Segments);
    }

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<EsmsTextCharacter> characters)
    {
        writer.WriteStartArray(name);
        foreach (var character in characters)
        {
            writer.WriteStartObject();
            writer.WriteNumber("position", character.Position);
            writer.WriteString("character", character.Text);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}

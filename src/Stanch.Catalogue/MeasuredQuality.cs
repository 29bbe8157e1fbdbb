using System.Text.Json;

namespace Stanch.Catalogue;

/// <summary>What <c>bench/accuracy</c> measured on labelled sets: counts only, none of their text.</summary>
/// <param name="Figures">By set and measure, each from 0 to 1: <c>cases recall</c>, <c>creddata precision</c>.</param>
/// <param name="Detectors">By id: how many of its findings were right, and how many were not. A detector that found nothing in the sets is missing.</param>
public sealed record MeasuredQuality(IReadOnlyDictionary<string, double> Figures, IReadOnlyDictionary<string, DetectorQuality> Detectors)
{
    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static MeasuredQuality Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        using var json = JsonDocument.ParseValue(ref reader);
        return new MeasuredQuality(
            json.RootElement.GetProperty("figures").EnumerateObject().ToDictionary(figure => figure.Name, figure => figure.Value.GetDouble()),
            json.RootElement.GetProperty("detectors").EnumerateObject().ToDictionary(
                detector => detector.Name, detector => new DetectorQuality(detector.Value.GetProperty("right").GetInt32(), detector.Value.GetProperty("wrong").GetInt32())));
    }

    /// <summary>Writes it sorted, so that two runs with the same result give the same file.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("figures");
        foreach (var (name, value) in Figures.OrderBy(figure => figure.Key, StringComparer.Ordinal)) json.WriteNumber(name, Math.Round(value, 4));
        json.WriteEndObject();
        json.WriteStartObject("detectors");
        foreach (var (id, counts) in Detectors.OrderBy(detector => detector.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(id);
            json.WriteNumber("right", counts.Right);
            json.WriteNumber("wrong", counts.Wrong);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}

using System.Text;
using System.Text.Json;
using Stanch.Catalogue;
using Stanch.Detection.Filters;
using Stanch.Detection.Scanning;

namespace Stanch.Bench.Accuracy;

/// <summary>Scans every record of a set as a file of its own and scores the findings as <c>../shared/dev-sets/score.py</c> does.</summary>
internal sealed class AccuracyRun(AccuracyOptions options)
{
    private readonly Scanner _scanner = new(BuiltInCatalogue.Detectors);
    private readonly SortedDictionary<string, Tally> _byGroup = new(StringComparer.Ordinal);
    private readonly List<Miss> _misses = [];
    private readonly Tally _total = new();
    private int _leftOut;

    /// <summary>All outcomes of <see cref="Score()"/>.</summary>
    public Tally Total => _total;

    /// <summary>Of each detector, how many of its findings the labels call secrets, and how many not.</summary>
    public DetectorTally ByDetector { get; } = new();

    public int Execute(TextWriter output)
    {
        Score();
        foreach (var (group, tally) in _byGroup.OrderByDescending(pair => pair.Value.Count))
        {
            output.WriteLine($"{group,-40} {tally}");
        }

        output.WriteLine(_total.Summary());
        ByDetector.Write(options.ByDetector ? output : TextWriter.Null);
        if (options.Covered)
        {
            output.WriteLine($"left out: {_leftOut} positives that are identifiers, stand-ins (repeated, counted-up, published or EXAMPLE text that is dropped on purpose) or whose label names no secret");
        }

        WriteMisses();
        return 0;
    }

    /// <summary>Scans and scores every record.</summary>
    public void Score()
    {
        foreach (var record in LabelledCase.ReadAll(options.Set))
        {
            if (options.Half is { } half && record.Half != half)
            {
                continue;
            }

            if (options.Covered && IsLeftOut(record))
            {
                _leftOut++;
                continue;
            }

            Score(record);
        }
    }

    private static bool IsLeftOut(LabelledCase record) =>
        record.IsPositive && (record.Class == "identifier" || NotSecrets.Contains(record.Id) || record.Expected.Any(IsStandIn)
            || (record.Expected.Count == 0 && ((record.Text.Length < 120 && IsStandIn(record.Text)) || HoldsPublished(record.Text))));

    // A published example behind its provider's prefix, which the list of them leaves out.
    private static bool HoldsPublished(string text) =>
        text.Split([' ', '\n', '"', '\'', '<', '>', '=', '_', ':']).Any(word => PublishedExamples.Contains(Encoding.UTF8.GetBytes(word)));

    private static bool IsStandIn(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Placeholders.IsPlaceholder(bytes) || Placeholders.IsMadeUp(bytes) || PublishedExamples.Contains(bytes);
    }

    private void Score(LabelledCase record)
    {
        var session = new ScanSession(_scanner);
        session.Accept(new Blob(Encoding.UTF8.GetBytes(record.Text), new Provenance.File(record.Path)));
        var findings = session.Findings().Where(finding => finding.Evidence >= options.Evidence).ToArray();
        if (record.Labels is { } labels)
        {
            ScoreLines(record, labels, findings);
        }
        else if (record.IsPositive)
        {
            var found = record.Expected.Count == 0 ? findings.Length > 0 : findings.Any(finding => record.Expected.Any(expected => Overlaps(finding.Secret.Reveal(), expected) || (finding.Decoded.Count > 0 && StandsIn(finding, record.Text, expected))));
            Count(record, record.Source, found ? Outcome.TruePositive : Outcome.FalseNegative, findings);
        }
        else
        {
            var noisy = record.Class == "format" ? findings.Any(finding => finding.Evidence >= Evidence.Likely) : findings.Length > 0;
            Count(record, record.Source, noisy ? Outcome.FalsePositive : Outcome.TrueNegative, findings);
        }
    }

    private void ScoreLines(LabelledCase record, IReadOnlyList<LineLabel> labels, Finding[] findings)
    {
        var scored = labels.Where(label => label.Truth != 'X' && (!options.Core || label.IsCore)).ToArray();
        var found = scored.Where(label => findings.Any(finding => finding.Location.Line <= label.EndLine && label.Line <= finding.Location.EndLine)).ToHashSet();
        var trueLines = found.Where(label => label.Truth == 'T').SelectMany(label => Enumerable.Range(label.Line, label.EndLine - label.Line + 1)).ToHashSet();
        foreach (var label in scored)
        {
            if (label.Truth == 'T')
            {
                Count(record, label.Category, found.Contains(label) ? Outcome.TruePositive : Outcome.FalseNegative, findings, label.Line);
            }
            else if (found.Contains(label) && !trueLines.Contains(label.Line))
            {
                Count(record, label.Category, Outcome.FalsePositive, findings, label.Line);
            }
        }
    }

    private void Count(LabelledCase record, string group, Outcome outcome, Finding[] findings, int line = 0)
    {
        if (!_byGroup.TryGetValue(group, out var tally))
        {
            _byGroup[group] = tally = new Tally();
        }

        tally.Add(outcome);
        _total.Add(outcome);
        ByDetector.Add(findings.Where(finding => line == 0 || finding.Location.Line == line), outcome);
        if (outcome is Outcome.FalseNegative or Outcome.FalsePositive)
        {
            var near = findings.Where(finding => line == 0 || finding.Location.Line == line);
            _misses.Add(new Miss(record, outcome, line, [.. near.Select(finding => $"{finding.Detector.Id} {finding.Evidence} ({string.Join(",", finding.Reasons)}) {finding.Secret.Reveal()}")]));
        }
    }

    private void WriteMisses()
    {
        if (options.Misses is null)
        {
            return;
        }

        using var file = File.Create(options.Misses);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartArray();
        foreach (var miss in _misses)
        {
            miss.Write(json);
        }

        json.WriteEndArray();
    }

    // A set states the text as it stands in the file; what was decoded is compared by its place.
    private static bool StandsIn(Finding finding, string text, string expected)
    {
        var start = text.IndexOf(expected, StringComparison.Ordinal);
        return start >= 0 && Encoding.UTF8.GetByteCount(text.AsSpan(0, start)) is var from
            && finding.Location.ByteOffset < from + Encoding.UTF8.GetByteCount(expected) && finding.Location.ByteOffset + finding.Location.ByteLength > from;
    }

    private static bool Overlaps(string secret, string expected)
    {
        var text = secret.Trim();
        return text.Length > 0 && (expected.Contains(text, StringComparison.Ordinal) || text.Contains(expected, StringComparison.Ordinal)
            || expected.Split('\n').Any(line => line.Length > 15 && (line.Contains(text, StringComparison.Ordinal) || text.Contains(line, StringComparison.Ordinal))));
    }
}

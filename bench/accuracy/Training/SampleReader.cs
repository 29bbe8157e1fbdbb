using System.Text;
using Stanch.Catalogue;
using Stanch.Detection.Model;
using Stanch.Detection.Scanning;

namespace Stanch.Bench.Accuracy.Training;

/// <summary>Finds the assigned values of labelled excerpts that the model would be asked about.</summary>
internal sealed class SampleReader
{
    // Lines that nobody labelled hold few secrets, but some.
    private const double UnlabelledWeight = 0.25;

    private const double LeftOutWeight = 0.5;

    // A repository counts fully up to this many values, and with the root of what is more.
    private const double FullRepository = 40;

    private readonly MatchFinder _finder = new(BuiltInCatalogue.Detectors, KeywordIndexes.Make(BuiltInCatalogue.Detectors, null));
    private readonly ScanScratch _scratch = new();

    public List<Sample> Read(IEnumerable<LabelledCase> records)
    {
        var samples = records.SelectMany(SamplesOf).ToList();
        var sizes = samples.GroupBy(sample => sample.Record.Repository).ToDictionary(group => group.Key, group => (double)group.Count(), StringComparer.Ordinal);
        return samples.ConvertAll(sample => sample with { Weight = sample.Weight * Math.Min(1, Math.Sqrt(FullRepository / sizes[sample.Record.Repository])) });
    }

    private List<Sample> SamplesOf(LabelledCase record)
    {
        var content = Encoding.UTF8.GetBytes(record.Text);
        _finder.Find(content, binary: false, _scratch);
        var lines = new LineReader(content, SegmentOrigin.Start);
        var role = FileRoles.Of(record.Path);
        var found = new List<Sample>();
        foreach (var match in _scratch.Matches.OrderBy(match => match.SecretStart).ThenBy(match => match.Detector))
        {
            var detector = BuiltInCatalogue.Detectors[match.Detector];
            var features = new byte[GenericFeatures.Count];
            if (!detector.IsGeneric || !GenericValues.Describe(content, match, detector, features, out _) || Judge.IsExpressionInCode(GenericValues.ReadsAsExpression(content, match), role, isNamed: true))
            {
                continue;
            }

            var place = lines.Locate(match.SecretStart, match.SecretEnd);
            if (Weigh(record.Labels!, place) is { } weighed)
            {
                features[(int)Feature.FileKind] = (byte)FileKinds.Of(record.Path);
                found.Add(new Sample(record, place.Line, Encoding.UTF8.GetString(match.Secret(content)), features, role.HasFlag(FileRole.Test), role.HasFlag(FileRole.Example), weighed.IsSecret, weighed.Weight, weighed.IsLeftOut,
                    detector.FormatEvidence != Evidence.Review && GenericValues.IsConvincing(match.Secret(content), features) && !Judge.IsAtMostReview(features, role)));
            }
        }

        return found;
    }

    private static (bool IsSecret, double Weight, bool IsLeftOut)? Weigh(IReadOnlyList<LineLabel> labels, Location place)
    {
        var here = labels.Where(label => label.Line <= place.EndLine && place.Line <= label.EndLine).ToArray();
        var secrets = here.Where(label => label.Truth == 'T').ToArray();
        if (secrets.Length > 0)
        {
            return secrets.Any(label => label.IsCore && Covers(label, place)) ? (true, 1, false) : null;
        }

        // Values left out as too weak to tell ("password1") are worth a look: a scan cannot know either.
        return here.Any(label => label.Truth == 'X') ? (true, LeftOutWeight, true) : (false, here.Length > 0 ? 1 : UnlabelledWeight, false);
    }

    private static bool Covers(LineLabel label, Location place) =>
        label.Start < 0 || label.Line != place.Line || (place.Column - 1 < label.End && label.Start < place.EndColumn - 1) || label.EndLine > label.Line;
}

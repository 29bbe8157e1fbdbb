using System.Globalization;
using Stanch.Catalogue.Format;
using Stanch.Detection;

namespace Stanch.Cli.Detectors;

/// <summary>
/// "My secret leaked! What should I do?" as plain text, in the order in which a person needs it. A fact stands with the day on which it was read; what
/// is not known of a built-in kind is said, so that nobody takes silence for "nothing to do".
/// </summary>
internal sealed class GuidePage(TextWriter output, int width)
{
    private const string Unknown = "Not known: we found no public documentation of it. The provider's support can tell.";
    private readonly GuideText _text = new(output, width);

    /// <param name="detector">Its kind.</param>
    /// <param name="guide">Null where a user's own detector says nothing.</param>
    public void Write(Detector detector, Guide? guide)
    {
        _text.Title($"My {detector.Name} leaked! What should I do?");
        if (guide is null or { What: null, Revoke: null, Rotate: null, Usage: null })
        {
            _text.Paragraph("Its detector is your own, and says nothing of a way out. Revoke it where it was made, then replace it.");
            if (guide is null) return;
        }

        _text.Paragraph(guide.What);
        if (detector.NextStep.Length > 0) _text.Paragraph($"First of all: {detector.NextStep}");
        _text.List("What it is used for", guide.Uses);
        WriteAway(detector);
        WriteGenerate(guide);
        _text.List("How it could have leaked", guide.Leaks);
        _text.List("What a leak risks", guide.Risks);
        _text.Section("How far it reaches", guide.BlastRadius);
        _text.List("Good practice", guide.Practice);
        WriteUsage(guide, detector.IsCustom);
        WriteRevoke(guide, detector.IsCustom);
        WriteRotate(guide, detector.IsCustom);
        WriteConsumers(guide);
        WriteReferences(detector, guide);
    }

    private void WriteAway(Detector detector)
    {
        if (detector.Variables.Count == 0) return;
        _text.Section("Keep it out of the code", $"Read it from the environment or from a secret store. It usually goes by {string.Join(", ", detector.Variables)}.");
    }

    private void WriteGenerate(Guide guide)
    {
        if (guide.Generate is null) return;
        _text.Heading("How to generate one", Verified(guide.Verified.Generate));
        _text.Steps(guide.Generate);
    }

    private void WriteUsage(Guide guide, bool isCustom)
    {
        if (guide.Usage is null && isCustom) return;
        _text.Heading("Was it used by someone else?", guide.Usage is null ? null : Verified(guide.Verified.Usage));
        if (guide.Usage is not { } usage) _text.Paragraph(Unknown);
        else if (usage.None) _text.Paragraph($"The provider offers no log of its use. {usage.Instead}");
        else
        {
            _text.Paragraph(usage.Where);
            _text.Field("Look for", usage.Query);
            _text.Field("Kept", usage.Retention);
            _text.Field("Plan", usage.Plan);
        }

        _text.EndSection();
    }

    private void WriteRevoke(Guide guide, bool isCustom)
    {
        if (guide.Revoke is null && isCustom) return;
        _text.Heading("Revoke it", guide.Revoke is null ? null : Verified(guide.Verified.Revoke));
        if (guide.Revoke is not { } revoke)
        {
            _text.Paragraph(Unknown);
            return;
        }

        _text.Paragraph(revoke.Reversible switch { true => "It can be brought back afterwards.", false => "It cannot be brought back afterwards.", null => "Whether it can be brought back is not known: make the new one first." });
        if (revoke.SelfRevocable == true) _text.Paragraph("The secret itself is enough to end it.");
        _text.Steps(revoke.How);
    }

    private void WriteRotate(Guide guide, bool isCustom)
    {
        if (guide.Rotate is null && isCustom) return;
        _text.Heading("Rotate it", guide.Rotate is null ? null : Verified(guide.Verified.Rotate));
        if (guide.Rotate is not { } rotate)
        {
            _text.Paragraph(Unknown);
            return;
        }

        _text.Numbered(rotate.Steps);
        _text.Field("Active at once", rotate.Overlap ?? "not known");
        _text.Field("Watch the old one", rotate.Soak);
        _text.Field("What makes rotation needless", rotate.Alternative);
        _text.EndSection();
    }

    private void WriteConsumers(Guide guide)
    {
        if (guide.Consumers.Count == 0) return;
        _text.List("Which services will stop working?", guide.Consumers);
        _text.Paragraph("Before the old one goes, find all of them, tell their owners, and try the new one where a failure hurts nobody.");
    }

    private void WriteReferences(Detector detector, Guide guide)
    {
        (string Name, string? Address)[] links = [("documentation", guide.Links.Docs), ("dashboard", guide.Links.Dashboard), ("status", guide.Links.Status)];
        var verified = guide.Verified;
        (string Name, VerifiedAt? At)[] facts = [("format", verified.Format), ("validity", verified.Validity), ("generate", verified.Generate), ("usage", verified.Usage), ("revoke", verified.Revoke), ("rotate", verified.Rotate)];
        _text.List("References", [
            .. links.Where(link => link.Address is not null).Select(link => $"{link.Name}: {link.Address}"),
            .. facts.Where(fact => fact.At is not null).Select(fact => string.Create(CultureInfo.InvariantCulture, $"{fact.Name}, read {fact.At!.Date:yyyy-MM-dd}: {fact.At.Source}")),
        ]);
        _text.List("See also", [.. detector.Related.Select(id => $"stanch guide {id}")]);
    }

    private static string Verified(VerifiedAt? at) => at is null ? "not verified" : string.Create(CultureInfo.InvariantCulture, $"verified {at.Date:yyyy-MM-dd}");
}

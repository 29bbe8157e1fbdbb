namespace Stanch.Detection;

/// <summary>A match that passed the filters, at one location, in one scan: one secret, one detector, one path, one line.</summary>
public sealed record Finding
{
    public required Detector Detector { get; init; }
    public required Secret Secret { get; init; }
    /// <summary>The identifier that the match named beside the secret; null for none.</summary>
    public string? Id { get; init; }

    public required Evidence Evidence { get; init; }

    /// <summary>Why the evidence is what it is: kebab-case codes, explained in <c>docs/detection.md</c>, strongest first.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    public required Provenance Provenance { get; init; }
    public required Location Location { get; init; }
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>
    /// What it was hidden in, outermost first (<c>kubernetes-secret</c>, <c>base64</c>, <c>gzip</c>); empty for what stands in clear. The secret is the
    /// decoded text; the location is that of the encoded one.
    /// </summary>
    public IReadOnlyList<string> Decoded { get; init; } = [];

    /// <summary>The lines around it.</summary>
    public Snippet Snippet { get; init; } = Snippet.None;

    public Validity Validity { get; init; } = Validity.NotChecked;

    /// <summary>The keyed hash of the secret; null where no key is known or no report needs it.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>A person's decision that it is to be let be; null for a finding that counts.</summary>
    public Ignore? Ignored { get; init; }

    /// <summary>True when the policy stops the build for it.</summary>
    public bool Blocking { get; init; }

    public Severity Severity => Detector.Severity;
}

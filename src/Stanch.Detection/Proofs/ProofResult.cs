namespace Stanch.Detection.Proofs;

/// <summary>The answer of an offline check.</summary>
/// <param name="Reason">Why, as a reason code; null for none.</param>
internal sealed record ProofResult(ProofOutcome Outcome, string? Reason = null)
{
    public static readonly ProofResult Silent = new(ProofOutcome.Silent);
    public static readonly ProofResult Rejected = new(ProofOutcome.Rejects);

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Where the secret really starts and ends, for proofs that read more than the pattern matched; null for what the pattern said.</summary>
    public Range? Extent { get; init; }

    public static ProofResult Checksum(bool holds, params IReadOnlyList<Fact> facts) =>
        new(holds ? ProofOutcome.Holds : ProofOutcome.Fails, holds ? "checksum" : "checksum-fails") { Facts = facts };

    public static ProofResult Structure(params IReadOnlyList<Fact> facts) => new(ProofOutcome.Holds, "structure") { Facts = facts };

    public static ProofResult Told(params IReadOnlyList<Fact> facts) => new(ProofOutcome.Silent) { Facts = facts };
}

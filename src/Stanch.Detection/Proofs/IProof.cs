namespace Stanch.Detection.Proofs;

/// <summary>An offline check of one family of secrets: a checksum, an embedded id, a payload that decodes. Named in the catalogue.</summary>
internal interface IProof
{
    /// <summary>The name that stands in the catalogue.</summary>
    string Name { get; }

    /// <summary>How many bytes before the match it looks at.</summary>
    int ReachBefore => 0;

    /// <summary>How many bytes after the match's end it looks at.</summary>
    int ReachAfter => 0;

    /// <summary>True for a proof that weighs stand-ins itself, so that the filters leave them to it.</summary>
    bool WeighsStandIns => false;

    ProofResult Check(ProofInput input);

    /// <summary>What the check expects after <paramref name="text"/>: fills the <c>{checksum:NAME}</c> of example templates. Null where the proof has no checksum.</summary>
    string? Complete(string text) => null;
}

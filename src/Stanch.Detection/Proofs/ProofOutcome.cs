namespace Stanch.Detection.Proofs;

/// <summary>What an offline check says.</summary>
internal enum ProofOutcome
{
    /// <summary>Nothing either way; facts may have been read.</summary>
    Silent,

    /// <summary>A checksum or a structure holds that chance would not make: confirmed.</summary>
    Holds,

    /// <summary>The check fails: the evidence goes down, the finding stays.</summary>
    Fails,

    /// <summary>It is not what the pattern took it for: no finding.</summary>
    Rejects,
}

namespace Stanch.Detection;

/// <summary>How sure we are that a finding is a secret. Decides what blocks; never a number, always with reasons.</summary>
public enum Evidence
{
    /// <summary>Worth a person's look; does not block by default.</summary>
    Review,

    /// <summary>A specific format in a credential's place, or a generic one whose name and value are both strong.</summary>
    Likely,

    /// <summary>A checksum, a structure or the provider says so.</summary>
    Confirmed,
}

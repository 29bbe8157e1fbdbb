namespace Stanch.Detection;

/// <summary>What the provider said of a secret. A time-out is <see cref="Unknown"/>; only a provider's "no" is <see cref="Invalid"/>.</summary>
public enum Validity
{
    NotChecked,
    Valid,
    Invalid,
    Unknown,

    /// <summary>Its own end has passed: a date inside it says so, or the provider does.</summary>
    Expired,
}

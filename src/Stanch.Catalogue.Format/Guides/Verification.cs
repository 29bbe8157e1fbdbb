namespace Stanch.Catalogue.Format;

/// <summary>Where each fact was read, and when; null for one that was not verified.</summary>
public sealed record Verification(
    VerifiedAt? Format, VerifiedAt? Validity, VerifiedAt? Generate, VerifiedAt? Usage, VerifiedAt? Revoke, VerifiedAt? Rotate)
{
    public static readonly Verification None = new(null, null, null, null, null, null);
}

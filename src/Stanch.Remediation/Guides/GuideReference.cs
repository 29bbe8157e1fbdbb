namespace Stanch.Remediation.Guides;

/// <summary>A page of the provider.</summary>
/// <param name="What">What is read there: "revoke, read 2026-11-24".</param>
/// <param name="Address">https</param>
public sealed record GuideReference(string What, string Address);

namespace Stanch.Remediation.Guides;

/// <summary>Another kind of secret that the reader should know of.</summary>
public sealed record RelatedGuide(string Id, string Name);

namespace Stanch.Remediation.Site;

/// <summary>A file of the site.</summary>
/// <param name="Path">Relative, with forward slashes.</param>
/// <param name="Content">Its text, in UTF-8.</param>
public sealed record SiteFile(string Path, string Content);

namespace Stanch.Detection;

/// <summary>One line around a finding, in clear and as it may be shown.</summary>
internal sealed record SnippetLine(Secret Text, string Redacted);

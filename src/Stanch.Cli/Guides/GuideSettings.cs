using Stanch.Cli.CommandLine;

namespace Stanch.Cli.Guides;

/// <summary>What was typed.</summary>
/// <param name="Id">The detector; null where a finding says it.</param>
/// <param name="Finding">The leak at hand; null for none.</param>
/// <param name="Format">One of the formats' names.</param>
/// <param name="Language">The only language of snippets; null for the format's own choice.</param>
/// <param name="Scan">How a finding is looked up.</param>
internal sealed record GuideSettings(string? Id, string? Finding, string Format, string? Language, ScanSettings Scan);

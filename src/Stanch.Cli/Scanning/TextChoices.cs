using Stanch.Detection;

namespace Stanch.Cli.Scanning;

/// <summary>What was typed for a scan of texts.</summary>
/// <param name="FailOn">The evidence from which a finding blocks; null where the configuration says.</param>
/// <param name="Config">The configuration to obey instead of the tree's; null for none.</param>
/// <param name="NoConfig">Obey no configuration.</param>
internal sealed record TextChoices(Evidence? FailOn, string? Config, bool NoConfig);

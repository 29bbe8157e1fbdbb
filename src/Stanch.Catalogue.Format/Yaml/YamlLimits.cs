namespace Stanch.Catalogue.Format.Yaml;

/// <summary>How large a YAML file may be.</summary>
internal sealed record YamlLimits(int Characters = 4 << 20, int Depth = 32, int Nodes = 200_000);

namespace Stanch.Detection;

/// <summary>What a source is asked to read.</summary>
/// <param name="Targets">Paths, a repository, an address; empty means the current directory.</param>
/// <param name="Jobs">How many threads may work; 1 or more.</param>
public sealed record SourceRequest(IReadOnlyList<string> Targets, int Jobs = 1)
{
    /// <summary>Options by name; a switch that is on has the value "true".</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>True for a path that the user leaves out. Given relative to the target, with forward slashes; a folder ends with one.</summary>
    public Func<string, bool> Excludes { get; init; } = _ => false;

    /// <summary>The directory that relative targets start from.</summary>
    public string WorkingDirectory { get; init; } = ".";

    /// <summary>Standard input, for the target <c>-</c>.</summary>
    public Func<Stream>? OpenStandardInput { get; init; }

    /// <summary>The value of an option, or null.</summary>
    public string? Option(string name) => Options.GetValueOrDefault(name);

    /// <summary>True when a switch is on.</summary>
    public bool Has(string name) => Options.ContainsKey(name);
}

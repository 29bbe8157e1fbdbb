namespace Stanch.Policy;

/// <summary>Where a value came from.</summary>
/// <param name="Layer">Whose decision it is.</param>
/// <param name="Position">Where it stands; null for what is built in or given on the command line.</param>
public sealed record ConfigurationOrigin(ConfigurationLayer Layer, SourcePosition? Position = null)
{
    public static readonly ConfigurationOrigin BuiltIn = new(ConfigurationLayer.BuiltIn);

    /// <summary>True where the scanned tree brought it, so that it may not do more than tune detection.</summary>
    public bool IsFromScannedTree => Layer is ConfigurationLayer.Project or ConfigurationLayer.Folder;

    public override string ToString() => Position?.ToString() ?? (Layer == ConfigurationLayer.CommandLine ? "command line" : "built in");
}

using Stanch.Detection;

namespace Stanch.Catalogue.Format.Dialect;

/// <summary>A pattern that passed every check, with what the engine needs to know of it: the data of a <see cref="DetectorPattern"/>.</summary>
public sealed record CompiledPattern
{
    /// <summary>
    /// The expression for a source-generated <see cref="System.Text.RegularExpressions.Regex"/> over Latin-1 text, options <c>CultureInvariant</c> and <c>ExplicitCapture</c>. It
    /// looks at the neighbouring bytes too where they matter: a match that could end earlier, or start later, then does.
    /// </summary>
    public required string Expression { get; init; }

    /// <summary>The same without looking at neighbours, which linear-time matching cannot do.</summary>
    public required string LinearExpression { get; init; }

    public required int MinLength { get; init; }
    public required int MaxLength { get; init; }
    public int AnchorOffset { get; init; } = -1;
    public bool BoundaryBefore { get; init; }
    public bool BoundaryAfter { get; init; }
    public bool HasGroups { get; init; }
    public int PublicPrefix { get; init; }
    public required IReadOnlyList<ulong> Shape { get; init; }
    public IReadOnlyList<ulong> Tail { get; init; } = [];
}

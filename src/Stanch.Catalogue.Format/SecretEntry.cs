using Stanch.Catalogue.Format.Dialect;
using Stanch.Detection;

namespace Stanch.Catalogue.Format;

/// <summary>One kind of secret as it was written; what runs is the <see cref="Detector"/> that <see cref="DetectorFactory"/> makes of it.</summary>
public sealed record SecretEntry
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required Severity Severity { get; init; }

    /// <summary>In the case in which they were written.</summary>
    public required IReadOnlyList<string> Keywords { get; init; }

    /// <summary>In the dialect of <c>docs/catalogue.md</c>.</summary>
    public required string Pattern { get; init; }

    /// <summary>The pattern after every check.</summary>
    public required CompiledPattern Compiled { get; init; }

    public DetectorContext Context { get; init; }
    public DetectorFilters Filters { get; init; } = DetectorFilters.Default;
    public string? Proof { get; init; }
    public DetectorPair? Pair { get; init; }
    public IReadOnlyList<string> Contains { get; init; } = [];
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>How a self-hosted base address is known: a detector's id or a variable's name.</summary>
    public string? HostFrom { get; init; }

    /// <summary>True where the format is too weak to be likely by itself.</summary>
    public bool IsWeak { get; init; }

    /// <summary>Texts in which it is found.</summary>
    public IReadOnlyList<Example> Matches { get; init; } = [];

    /// <summary>Texts in which it is not.</summary>
    public IReadOnlyList<Example> NoMatches { get; init; } = [];

    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>The way out.</summary>
    public required Guide Guide { get; init; }

    /// <summary>Where the entry starts in its file: for errors that show only when all files are read.</summary>
    public int Line { get; init; }

    public int Column { get; init; }
}

namespace Stanch.Catalogue.Format;

/// <summary>How to find out whether someone else used it.</summary>
public sealed record UsageLog
{
    /// <summary>True where the provider offers no log.</summary>
    public bool None { get; init; }

    /// <summary>What to look at where there is no log.</summary>
    public string? Instead { get; init; }

    public string? Where { get; init; }
    public string? Query { get; init; }
    public string? Retention { get; init; }

    /// <summary>Which plan has it.</summary>
    public string? Plan { get; init; }
}

namespace Stanch.Catalogue.Format;

/// <summary>What an answer looks like.</summary>
/// <param name="Status">One of these.</param>
/// <param name="Body">Text that must stand in it; null for any.</param>
public sealed record ValidityAnswer(IReadOnlyList<int> Status, string? Body);

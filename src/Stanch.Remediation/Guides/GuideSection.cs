namespace Stanch.Remediation.Guides;

/// <summary>A part of a guide.</summary>
/// <param name="Id">Stable, for links into a page.</param>
/// <param name="Heading">As it is read.</param>
/// <param name="Note">How sure its facts are: "verified 2026-11-24"; null where that does not apply.</param>
/// <param name="Blocks">In order.</param>
public sealed record GuideSection(string Id, string Heading, string? Note, IReadOnlyList<GuideBlock> Blocks);

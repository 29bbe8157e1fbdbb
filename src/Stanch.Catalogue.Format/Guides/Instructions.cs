namespace Stanch.Catalogue.Format;

/// <summary>How a thing is done, in up to three ways.</summary>
/// <param name="Console">Steps in the provider's web console.</param>
/// <param name="CommandLine">A command; null where there is none.</param>
/// <param name="Api">A request; null where there is none.</param>
public sealed record Instructions(IReadOnlyList<string> Console, string? CommandLine, string? Api);

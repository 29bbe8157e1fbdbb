using Stanch.Catalogue.Format;
using Stanch.Detection;

namespace Stanch.Catalogue;

/// <summary>A file of detectors that a user wrote.</summary>
/// <param name="Detectors">Ready to run; empty where there are errors.</param>
/// <param name="Entries">
/// What was written, in the same order: examples for <c>stanch detectors test</c>, and guides. What a guide asks to be sent somewhere (<see cref="Guide.Validity"/>) may
/// only be obeyed when the user's or the organisation's own file says it, never when it came with a scanned tree.
/// </param>
/// <param name="Errors">What is wrong, each with its place and how to mend it.</param>
public sealed record CustomDetectorFile(IReadOnlyList<Detector> Detectors, IReadOnlyList<SecretEntry> Entries, IReadOnlyList<CatalogueError> Errors);

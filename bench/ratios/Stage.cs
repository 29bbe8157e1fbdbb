namespace Stanch.Bench.Ratios;

/// <summary>Work of ours, and simple work on the same bytes that meets the same machine: caches, clock, system.</summary>
/// <param name="Name">What is compared with what.</param>
/// <param name="Ours">Some tens of milliseconds.</param>
/// <param name="Reference">The same.</param>
internal sealed record Stage(string Name, Action Ours, Action Reference);

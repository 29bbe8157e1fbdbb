using Stanch.Detection;

namespace Stanch.Policy;

/// <summary>What the policy makes of a scan.</summary>
/// <param name="Findings">All of them, in the order given, with <see cref="Finding.Ignored"/>, <see cref="Finding.Blocking"/> and <see cref="Finding.Fingerprint"/> set.</param>
/// <param name="ExitCode">What the process ends with.</param>
/// <param name="Remarks">What a person should know: ignores that expired, a baseline of another key, comments not obeyed.</param>
/// <param name="UnusedIgnores">Ignores of the configuration that covered nothing; worth deleting when the scan read everything.</param>
public sealed record Verdict(IReadOnlyList<Finding> Findings, ExitCode ExitCode, IReadOnlyList<string> Remarks, IReadOnlyList<IgnoreRule> UnusedIgnores);

using System.Globalization;
using Stanch.Cli.CommandLine;
using Stanch.Sources.Git;

namespace Stanch.Cli.Doctor.Checks;

/// <summary>What scans of this history kept for the next one.</summary>
internal sealed class CacheCheck : IHealthCheck
{
    public string Name => "cache";

    public IEnumerable<HealthLine> Look(Invocation here)
    {
        if (GitRepository.TryDiscover(here.WorkingDirectory) is not { } repository) return [HealthLine.Ok("nothing is kept where there is no repository")];
        var kept = KeptHistory.Of(repository);
        if (kept.Obstacle is { } obstacle) return [HealthLine.Warning($"nothing is kept between scans of this history, so that each one reads all of it: {obstacle}", kept.Mend!)];
        var damaged = kept.Damaged.Select(file => HealthLine.Warning($"{file} is damaged, or another user wrote it; the next scan makes it anew", $"delete {file}, or leave it"));
        return [HealthLine.Ok(kept.Files == 0 ? $"nothing is kept yet in {kept.Folder}" : string.Create(CultureInfo.InvariantCulture, $"{Counted.Of(kept.Files, "choice")} of detectors, {kept.Bytes / 1e6:F1} MB in {kept.Folder}; no value is in it")), .. damaged];
    }
}

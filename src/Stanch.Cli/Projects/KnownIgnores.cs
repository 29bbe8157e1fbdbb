using Stanch.Cli.Scanning;
using Stanch.Policy;

namespace Stanch.Cli.Projects;

/// <summary>Recognises an ignore that a configuration has already, so that what is imported twice is written once.</summary>
internal static class KnownIgnores
{
    public static bool Has(Project project, NewIgnore ignore) => project.Configuration.Ignores.Any(rule =>
        rule.Path?.Text == ignore.Path && rule.Fingerprint == ignore.Fingerprint && rule.Pattern?.Pattern == ignore.Pattern && rule.Target == ignore.Target && rule.Detector?.Text == ignore.Detector);
}

using Stanch.Detection;
using Stanch.Sources.Files;
using Stanch.Sources.Git;

namespace Stanch.Cli.Scanning;

/// <summary>Everything that can be scanned. A test fails for a source that is missing here.</summary>
internal static class ScanSources
{
    /// <summary>What <c>stanch scan</c> reads when no source is named.</summary>
    public static IScanSource Default { get; } = new FilesSource();

    public static IScanSource History { get; } = new GitSource();

    /// <summary>Those that are a word after <c>stanch scan</c>.</summary>
    public static IReadOnlyList<IScanSource> Others { get; } = [History];
}

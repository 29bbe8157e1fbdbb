using Stanch.Detection.Paths;

namespace Stanch.Policy;

/// <summary>Detectors that one file switches on or off, by id, in which <c>*</c> stands for any text. In one file, on wins over off.</summary>
public sealed record DetectorSelection(IReadOnlyList<Setting<Glob>> Enable, IReadOnlyList<Setting<Glob>> Disable)
{
    public static readonly DetectorSelection Empty = new([], []);

    /// <summary>What this file says of a detector, and where; null where it says nothing.</summary>
    public Setting<bool>? Decide(string detectorId)
    {
        if (Find(Enable, detectorId) is { } on) return new Setting<bool>(true, on.Origin);
        return Find(Disable, detectorId) is { } off ? new Setting<bool>(false, off.Origin) : null;
    }

    private static Setting<Glob>? Find(IReadOnlyList<Setting<Glob>> globs, string detectorId) =>
        globs.FirstOrDefault(glob => glob.Value.Matches(detectorId, isFolder: false));
}

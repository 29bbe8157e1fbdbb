namespace Stanch.Policy;

/// <summary>The values that hold for a scan as a whole and need a file to be read, resolved.</summary>
internal sealed record WholeScan(Setting<string> BaselinePath, Setting<FingerprintKey>? FingerprintKey, IReadOnlyList<CustomDetectorSource> CustomDetectors)
{
    /// <summary>Says which keys of a sub-folder's file hold at the root only, and so are not obeyed.</summary>
    public static IEnumerable<string> NotObeyed(ConfigurationFile folder)
    {
        (string Key, ConfigurationOrigin? Origin)[] keys =
        [
            ("fingerprintKey", folder.FingerprintKey?.Origin),
            ("fingerprintKeyFile", folder.FingerprintKeyFile?.Origin),
            ("incomplete", folder.Incomplete?.Origin),
            ("maxTime", folder.MaxTime?.Origin),
            ("decode", folder.Decode?.Origin),
            ("baseline", folder.Baseline?.Origin),
            ("detectors.custom", folder.Custom.Count > 0 ? folder.Custom[0].Origin : null),
        ];
        return keys.Where(key => key.Origin is not null).Select(key => $"{key.Origin}: '{key.Key}' holds for a whole scan and is obeyed only in the root's {ConfigurationSources.FileName}");
    }
}

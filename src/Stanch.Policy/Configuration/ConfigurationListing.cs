using System.Globalization;

namespace Stanch.Policy;

/// <summary>Lists what holds and which file each value came from, for <c>stanch config show</c>.</summary>
public static class ConfigurationListing
{
    /// <param name="configuration">What holds.</param>
    /// <param name="today">For ignores that have expired.</param>
    /// <param name="path">What it holds for, a file relative to the root; empty for what stands at the root.</param>
    public static IReadOnlyList<ShownSetting> Of(EffectiveConfiguration configuration, DateOnly today, string path = "")
    {
        var failOn = configuration.FailOnAt(path);
        var severity = configuration.MinSeverityAt(path);
        return
        [
            Show("failOn", failOn.Value.ToString().ToLowerInvariant(), failOn.Origin),
            Show("minSeverity", severity.Value.ToString().ToLowerInvariant(), severity.Origin),
            Show("incomplete", configuration.Incomplete.Value.ToString().ToLowerInvariant(), configuration.Incomplete.Origin),
            Show("maxTime", configuration.MaxTime?.Value.ToString("c", CultureInfo.InvariantCulture) ?? "no limit", configuration.MaxTime?.Origin),
            Show("decode", configuration.Decode.Value ? "true" : "false", configuration.Decode.Origin),
            Show("baseline", configuration.BaselinePath.Value, configuration.BaselinePath.Origin),
            Show("fingerprintKey", configuration.FingerprintKey?.Value.ToString() ?? "none", configuration.FingerprintKey?.Origin),
            .. configuration.Layers.SelectMany(file => Lists(file, today)),
        ];
    }

    /// <summary>What one configuration says and another does not: what a change brings, to be told and not obeyed.</summary>
    /// <param name="before">Read from the base commit.</param>
    /// <param name="after">Read from the change.</param>
    /// <param name="today">For ignores that have expired.</param>
    public static IReadOnlyList<ShownSetting> Brought(EffectiveConfiguration before, EffectiveConfiguration after, DateOnly today)
    {
        var known = Of(before, today).Select(setting => (setting.Key, setting.Value)).ToHashSet();
        return [.. Of(after, today).Where(setting => !known.Contains((setting.Key, setting.Value)))];
    }

    private static ShownSetting Show(string key, string value, ConfigurationOrigin? origin) => new(key, value, origin ?? ConfigurationOrigin.BuiltIn);

    private static IEnumerable<ShownSetting> Lists(ConfigurationFile file, DateOnly today)
    {
        if (file.Layer == ConfigurationLayer.Folder)
        {
            if (file.FailOn is { } failOn) yield return Show($"{file.Folder}: failOn", failOn.Value.ToString().ToLowerInvariant(), failOn.Origin);
            if (file.MinSeverity is { } severity) yield return Show($"{file.Folder}: minSeverity", severity.Value.ToString().ToLowerInvariant(), severity.Origin);
        }
        foreach (var glob in file.Exclude) yield return Show("exclude", glob.Value.Text, glob.Origin);
        foreach (var glob in file.Detectors.Enable) yield return Show("detectors.enable", glob.Value.Text, glob.Origin);
        foreach (var glob in file.Detectors.Disable) yield return Show("detectors.disable", glob.Value.Text, glob.Origin);
        foreach (var custom in file.Custom) yield return Show("detectors.custom", custom.FileName ?? "an entry in place", custom.Origin);
        foreach (var rule in file.Ignore) yield return new ShownSetting("ignore", Describe(rule), rule.Origin, RemarkOn(rule, today));
    }

    private static string Describe(IgnoreRule rule)
    {
        (string Name, string? Value)[] parts =
        [
            ("path", rule.Path?.Text), ("fingerprint", rule.Fingerprint), ("pattern", rule.Pattern?.Pattern), ("target", rule.Target == IgnoreTarget.Any ? null : rule.Target.ToString().ToLowerInvariant()), ("detector", rule.Detector?.Text),
            ("reason", rule.Reason), ("owner", rule.Owner), ("expires", rule.Expires?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ];
        return string.Join(", ", parts.Where(part => part.Value is not null).Select(part => $"{part.Name} {part.Value}"));
    }

    private static string? RemarkOn(IgnoreRule rule, DateOnly today)
    {
        if (rule.IsExpired(today)) return "expired: it no longer holds";
        return rule.Reason is null ? "no reason given" : null;
    }
}

using System.Globalization;
using Stanch.Cli.CommandLine;
using Stanch.Detection;

namespace Stanch.Cli.Detectors;

/// <summary>How one kind of secret is found.</summary>
internal static class DetectorPage
{
    public static void Write(TextWriter output, Detector detector)
    {
        output.WriteLine($"{detector.Name} ({detector.Id})");
        Field(output, "provider", detector.IsCustom ? $"{ProviderOf(detector)}, your own detector" : ProviderOf(detector));
        Field(output, "category", detector.Category);
        Field(output, "severity", Words.Of(detector.Severity));
        Field(output, "keywords", string.Join(", ", detector.Keywords));
        Field(output, "keyword stands", detector.Context switch
        {
            DetectorContext.Inside => "in the secret's own text",
            DetectorContext.Assigned => "in the name that the secret is assigned to",
            _ => "on the same line or on one of the three before",
        });
        if (!detector.IsGeneric) Field(output, "pattern", detector.Pattern.Regex.ToString());
        Field(output, "length", detector.Pattern.MinLength == detector.Pattern.MaxLength ? $"{detector.Pattern.MinLength}" : $"{detector.Pattern.MinLength} to {detector.Pattern.MaxLength}");
        Field(output, "entropy", detector.Filters.Entropy switch { null => "as random text of its length, less a margin", 0 => "any", var floor => string.Create(CultureInfo.InvariantCulture, $"at least {floor} bits a character") });
        Field(output, "stand-ins", detector.Filters.Placeholder ? "dropped" : "found too");
        Field(output, "words", detector.Filters.Words switch { true => "dropped", false => "found as well as random text", null => null });
        Field(output, "format alone", $"makes it {Words.Of(detector.FormatEvidence)}");
        Field(output, "offline check", detector.Proof ?? "none");
        Field(output, "used with", detector.Pair is { } pair ? $"{pair.With}, within {pair.Within} lines" : null);
        Field(output, "may hold", detector.Contains.Count > 0 ? string.Join(", ", detector.Contains) : null);
        Field(output, "see also", detector.Related.Count > 0 ? string.Join(", ", detector.Related) : null);
        Field(output, "usual names", detector.Variables.Count > 0 ? string.Join(", ", detector.Variables) : null);
        output.WriteLine();
    }

    /// <summary>The provider's name and id.</summary>
    public static string ProviderOf(Detector detector) =>
        detector.ProviderName.Length > 0 && detector.ProviderName != detector.Provider ? $"{detector.ProviderName} ({detector.Provider})" : detector.Provider;

    private static void Field(TextWriter output, string name, string? value)
    {
        if (value is not null) output.WriteLine($"  {name,-15} {value}");
    }
}

using System.Globalization;
using Stanch.Catalogue.Format;

namespace Stanch.Remediation.Guides;

/// <summary>How the parts say what they know, and how sure it is.</summary>
internal static class GuideFacts
{
    /// <summary>Stands where a fact of the provider is not known, so that nobody takes silence for "nothing to do".</summary>
    public static GuideBlock Unknown { get; } = new GuideBlock.Paragraph("Not known: we found no public documentation of it. The provider's support can tell.");

    /// <summary>Advice that fits any provider, marked as such.</summary>
    public static GuideBlock General(string advice) => new GuideBlock.Paragraph($"General: {advice}");

    public static string Verified(VerifiedAt? at) => at is null ? "not verified" : string.Create(CultureInfo.InvariantCulture, $"verified {at.Date:yyyy-MM-dd}");

    public static IEnumerable<GuideBlock> Ways(Instructions how)
    {
        if (how.Console.Count > 0) yield return new GuideBlock.Steps(how.Console);
        if (how.CommandLine is { } command) yield return new GuideBlock.Command("With a command:", command);
        if (how.Api is { } request) yield return new GuideBlock.Command("With a request:", request);
    }

    /// <summary>Those of them that are known.</summary>
    public static GuideBlock.Fields Fields(params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var known = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in fields)
        {
            if (value is not null) known.Add(new(name, value));
        }

        return new GuideBlock.Fields(known);
    }
}

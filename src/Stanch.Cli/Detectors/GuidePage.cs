using Stanch.Catalogue;
using Stanch.Catalogue.Format;
using Stanch.Detection;

namespace Stanch.Cli.Detectors;

/// <summary>The way out of one kind of leaked secret, as plain text: first what ends it, then the rest.</summary>
internal static class GuidePage
{
    public static void Write(TextWriter output, Detector detector)
    {
        output.WriteLine($"My {detector.Name} leaked! What should I do?");
        output.WriteLine();
        if (BuiltInCatalogue.Guide(detector.Id) is not { } guide)
        {
            output.WriteLine(detector.NextStep.Length > 0 ? detector.NextStep : "Its detector is your own, and says nothing of a way out: revoke it where it was made, then replace it.");
            return;
        }

        Text(output, null, guide.What);
        Revoke(output, guide.Revoke);
        Usage(output, guide.Usage);
        Rotate(output, guide.Rotate);
        Steps(output, "Make a new one", guide.Generate);
        List(output, "What will stop working", guide.Consumers);
        Text(output, "How far it reaches", guide.BlastRadius);
        List(output, "What whoever finds it can do", guide.Risks);
        List(output, "How it leaks", guide.Leaks);
        List(output, "What it is used for", guide.Uses);
        List(output, "From now on", guide.Practice);
        List(output, "Links", Links(guide.Links));
    }

    private static void Revoke(TextWriter output, Revocation? revoke)
    {
        if (revoke is null) return;
        Steps(output, "End it", revoke.How);
        var notes = new List<string>();
        if (revoke.Reversible is { } reversible) notes.Add(reversible ? "It can be brought back." : "It cannot be brought back.");
        if (revoke.SelfRevocable == true) notes.Add("The secret itself is enough to end it.");
        if (notes.Count > 0) output.WriteLine($"  {string.Join(' ', notes)}\n");
    }

    private static void Usage(TextWriter output, UsageLog? usage)
    {
        if (usage is null) return;
        var lines = usage.None
            ? new[] { "The provider offers no log.", usage.Instead }
            : [usage.Where, usage.Query is null ? null : $"Query: {usage.Query}", usage.Retention is null ? null : $"Kept: {usage.Retention}", usage.Plan is null ? null : $"Plan: {usage.Plan}"];
        List(output, "Was it used by someone else?", [.. lines.OfType<string>()]);
    }

    private static void Rotate(TextWriter output, Rotation? rotate)
    {
        if (rotate is null) return;
        string?[] notes = [rotate.Overlap is null ? null : $"Active at once: {rotate.Overlap}", rotate.Soak is null ? null : $"Watch the old one: {rotate.Soak}", rotate.Alternative is null ? null : $"What makes it needless: {rotate.Alternative}"];
        Numbered(output, "Replace it", rotate.Steps);
        foreach (var note in notes.OfType<string>()) output.WriteLine($"  {note}");
        if (notes.Any(note => note is not null)) output.WriteLine();
    }

    private static void Steps(TextWriter output, string title, Instructions? how)
    {
        if (how is null) return;
        Numbered(output, title, how.Console);
        if (how.CommandLine is { } command) output.WriteLine($"  Command: {Indented(command)}");
        if (how.Api is { } api) output.WriteLine($"  Request: {Indented(api)}");
        if (how.CommandLine is not null || how.Api is not null) output.WriteLine();
    }

    private static void Numbered(TextWriter output, string title, IReadOnlyList<string> steps)
    {
        output.WriteLine(title);
        foreach (var (index, step) in steps.Index()) output.WriteLine($"  {index + 1}. {Indented(step)}");
        if (steps.Count > 0) output.WriteLine();
    }

    private static void List(TextWriter output, string title, IReadOnlyList<string> items)
    {
        if (items.Count == 0) return;
        output.WriteLine(title);
        foreach (var item in items) output.WriteLine($"  - {Indented(item)}");
        output.WriteLine();
    }

    private static void Text(TextWriter output, string? title, string? text)
    {
        if (text is null) return;
        if (title is not null) output.WriteLine(title);
        output.WriteLine($"  {Indented(text)}");
        output.WriteLine();
    }

    private static List<string> Links(ProviderLinks links) =>
        [.. new[] { ("documentation", links.Docs), ("dashboard", links.Dashboard), ("status", links.Status) }.Where(link => link.Item2 is not null).Select(link => $"{link.Item1}: {link.Item2}")];

    private static string Indented(string text) => text.Trim().ReplaceLineEndings("\n").Replace("\n", "\n    ", StringComparison.Ordinal);
}

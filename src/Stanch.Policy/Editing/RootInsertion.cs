using Stanch.Policy.Yaml;

namespace Stanch.Policy;

/// <summary>Finds the place for a new key at the end of a configuration.</summary>
internal static class RootInsertion
{
    /// <summary>An edit that adds a key after all others.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="root">Its keys; null where it has none.</param>
    /// <param name="lines">The key as lines of block style, given the indentation.</param>
    /// <param name="flow">The key as it stands between braces.</param>
    public static TextEdit Append(string text, YamlMapping? root, Func<string, IEnumerable<string>> lines, string flow)
    {
        if (root is not { IsFlow: true }) return TextEdit.InsertLines(text, EndOfDocument(text, root), lines(new string(' ', (root?.Position.Column ?? 1) - 1)));
        return root.Entries.Count == 0 ? new TextEdit(root.Start + 1, 0, $" {flow} ") : new TextEdit(root.Entries[^1].Value.End, 0, $", {flow}");
    }

    // Comments at the end stay with what they follow; a "..." that ends the document stays its end.
    private static int EndOfDocument(string text, YamlMapping? root)
    {
        for (var at = TextEdit.AfterLine(text, root?.End ?? 0); at < text.Length; at = TextEdit.AfterLine(text, at + 1))
            if (text.AsSpan(at).StartsWith("...")) return at;
        return text.Length;
    }
}

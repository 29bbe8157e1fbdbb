using Stanch.Policy.Yaml;

namespace Stanch.Policy;

/// <summary>Finds the place and the layout for a new item of <c>ignore</c>.</summary>
internal static class IgnoreInsertion
{
    public static TextEdit Into(string text, YamlMapping? root, NewIgnore ignore)
    {
        var flow = $"{{ {string.Join(", ", ignore.Entries.Select(entry => $"{entry.Key}: {YamlText.Scalar(entry.Value)}"))} }}";
        return root?.Find("ignore") switch
        {
            null => RootInsertion.Append(text, root, indent => [indent + "ignore:", .. Lines(indent + "  ", ignore)], $"ignore: [{flow}]"),
            { Value: YamlSequence { IsFlow: true, Items: [] } list } => new TextEdit(list.Start + 1, 0, flow),
            { Value: YamlSequence { IsFlow: true } list } => new TextEdit(list.Items[^1].End, 0, ", " + flow),
            { Value: YamlSequence list } => TextEdit.InsertLines(text, list.End, Lines(new string(' ', list.Position.Column - 1), ignore)),
            // "ignore:" with nothing after it, and "ignore: ~".
            { Value: var nothing } when root.IsFlow || nothing.End > nothing.Start => new TextEdit(nothing.Start, nothing.End - nothing.Start, Spaced(text, nothing.Start, $"[{flow}]")),
            { Key: var key } => TextEdit.InsertLines(text, key.End, Lines(new string(' ', root.Position.Column + 1), ignore)),
        };
    }

    private static string Spaced(string text, int at, string value) => text[at - 1] == ':' ? " " + value : value;

    private static IEnumerable<string> Lines(string indent, NewIgnore ignore) =>
        ignore.Entries.Select((entry, i) => $"{indent}{(i == 0 ? "- " : "  ")}{entry.Key}: {YamlText.Scalar(entry.Value)}");
}

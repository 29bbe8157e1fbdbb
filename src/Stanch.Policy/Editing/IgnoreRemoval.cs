using Stanch.Policy.Yaml;

namespace Stanch.Policy;

/// <summary>Finds what to take away with an item of a list.</summary>
internal static class IgnoreRemoval
{
    public static TextEdit Of(string text, YamlSequence list, int index)
    {
        var item = list.Items[index];
        if (!list.IsFlow)
        {
            var start = StartOfItem(text, item.Start);
            return new TextEdit(start, TextEdit.AfterLine(text, item.End) - start, "");
        }
        if (index + 1 < list.Items.Count) return new TextEdit(item.Start, list.Items[index + 1].Start - item.Start, "");
        var from = index == 0 ? item.Start : list.Items[index - 1].End;
        return new TextEdit(from, item.End - from, "");
    }

    // The line with the item's dash: its own, or one above where the item starts on a line of its own.
    private static int StartOfItem(string text, int at)
    {
        var start = TextEdit.LineStart(text, at);
        while (start > 0 && !text.AsSpan(start).TrimStart(' ').StartsWith("-")) start = TextEdit.LineStart(text, start - 1);
        return start;
    }
}

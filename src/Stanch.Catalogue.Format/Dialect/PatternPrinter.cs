using System.Buffers;
using System.Globalization;
using System.Text;

namespace Stanch.Catalogue.Format.Dialect;

/// <summary>Writes a pattern as a .NET expression over Latin-1 text. Case and classes are written out, so that no culture or Unicode table has a say.</summary>
internal static class PatternPrinter
{
    private static readonly SearchValues<char> s_special = SearchValues.Create("\\^$.|?*+()[]{}#");
    private static readonly SearchValues<char> s_specialInClass = SearchValues.Create("\\^[]");

    private const string NoWord = "[0-9A-Z_a-z])";

    /// <summary>For linear-time matching: the neighbouring bytes are left to the caller.</summary>
    public static string Print(PatternNode root, bool anchored) => Print(root, anchored ? "\\A" : "", "");

    /// <summary>For a backtracking engine, which looks at the neighbouring bytes itself and goes on to the next match that fits.</summary>
    public static string Print(ParsedPattern pattern, bool anchored) => Print(
        pattern.Root,
        anchored ? "\\A" : pattern.BoundaryBefore ? "(?<!" + NoWord : "",
        pattern.BoundaryAfter ? "(?!" + NoWord : "");

    private static string Print(PatternNode root, string before, string after)
    {
        var output = new StringBuilder(before);
        if (root is PatternNode.Choice && before.Length + after.Length > 0)
            Append(output.Append("(?:"), root).Append(')');
        else
            Append(output, root);
        return output.Append(after).ToString();
    }

    private static StringBuilder Append(StringBuilder output, PatternNode node)
    {
        switch (node)
        {
            case PatternNode.One one:
                return AppendSet(output, one.Bytes);
            case PatternNode.Group group:
                return Append(output.Append("(?<").Append(group.Name).Append('>'), group.Part).Append(')');
            case PatternNode.Sequence sequence:
                return AppendParts(output, sequence.Parts);
            case PatternNode.Choice choice:
                return AppendChoice(output, choice);
            case PatternNode.Repeat repeat:
                return AppendRepeat(output, repeat);
            default:
                throw new InvalidOperationException("a pattern has no other parts");
        }
    }

    private static StringBuilder AppendParts(StringBuilder output, IReadOnlyList<PatternNode> parts)
    {
        foreach (var part in parts)
        {
            if (part is PatternNode.Choice)
                Append(output.Append("(?:"), part).Append(')');
            else
                Append(output, part);
        }
        return output;
    }

    private static StringBuilder AppendChoice(StringBuilder output, PatternNode.Choice choice)
    {
        for (var i = 0; i < choice.Options.Count; i++)
            Append(i == 0 ? output : output.Append('|'), choice.Options[i]);
        return output;
    }

    private static StringBuilder AppendRepeat(StringBuilder output, PatternNode.Repeat repeat)
    {
        if (repeat.Part is PatternNode.One or PatternNode.Group)
            Append(output, repeat.Part);
        else
            Append(output.Append("(?:"), repeat.Part).Append(')');
        if (repeat is { Min: 0, Max: 1 })
            return output.Append('?');
        return repeat.Min == repeat.Max
            ? output.Append(CultureInfo.InvariantCulture, $"{{{repeat.Min}}}")
            : output.Append(CultureInfo.InvariantCulture, $"{{{repeat.Min},{repeat.Max}}}");
    }

    private static StringBuilder AppendSet(StringBuilder output, ByteSet set)
    {
        if (set.Count == 1)
            return AppendByte(output, set.Members().First(), s_special);
        var negated = set.Contains(255);
        output.Append(negated ? "[^" : "[");
        foreach (var (first, last) in (negated ? ~set : set).Runs())
        {
            AppendByte(output, first, s_specialInClass);
            if (last > first + 1)
                output.Append('-');
            if (last > first)
                AppendByte(output, last, s_specialInClass);
        }
        return output.Append(']');
    }

    private static StringBuilder AppendByte(StringBuilder output, int value, SearchValues<char> special)
    {
        var c = (char)value;
        // Inside a class .NET takes \- for a literal that cannot start a range, so a dash is written by its number there.
        if (c is < ' ' or > '~' || (c == '-' && special == s_specialInClass))
            return output.Append(CultureInfo.InvariantCulture, $"\\x{value:X2}");
        return special.Contains(c) ? output.Append('\\').Append(c) : output.Append(c);
    }
}

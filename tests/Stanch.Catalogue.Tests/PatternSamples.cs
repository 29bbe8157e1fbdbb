using System.Text;
using Stanch.Catalogue.Format.Dialect;

namespace Stanch.Catalogue.Tests;

/// <summary>Random patterns of the dialect, and random texts that they match.</summary>
internal static class PatternSamples
{
    private static readonly string[] s_leaves =
        ["a", "b", "\\.", "-", "[ab]", "[^a]", "[a-c0-2]", "\\d", "\\w", "\\s", "(?i:b)", "(?i:[^b])", ".", "\\x2E", "_"];

    public static readonly Gen<string> Texts = Nested(3);

    /// <summary>A text that the part matches.</summary>
    public static string Match(PatternNode node, Random random)
    {
        var output = new StringBuilder();
        Append(output, node, random);
        return output.ToString();
    }

    private static Gen<string> Nested(int depth)
    {
        var leaf = Gen.Int[0, s_leaves.Length - 1].Select(i => s_leaves[i]);
        if (depth == 0)
            return leaf;
        var inner = Nested(depth - 1);
        return Gen.OneOf(
            leaf,
            inner.Array[1, 3].Select(string.Concat),
            inner.Array[2, 3].Select(options => $"(?:{string.Join('|', options)})"),
            Gen.Select(inner, Gen.Int[0, 2], Gen.Int[1, 3]).Select((part, min, more) => $"(?:{part}){{{min},{min + more}}}"),
            inner.Select(part => $"(?:{part})?"));
    }

    private static void Append(StringBuilder output, PatternNode node, Random random)
    {
        switch (node)
        {
            case PatternNode.One one:
                var members = one.Bytes.Members().ToList();
                output.Append((char)members[random.Next(members.Count)]);
                break;
            case PatternNode.Group group:
                Append(output, group.Part, random);
                break;
            case PatternNode.Sequence sequence:
                foreach (var part in sequence.Parts)
                    Append(output, part, random);
                break;
            case PatternNode.Choice choice:
                Append(output, choice.Options[random.Next(choice.Options.Count)], random);
                break;
            case PatternNode.Repeat repeat:
                for (var i = random.Next(repeat.Min, repeat.Max + 1); i > 0; i--)
                    Append(output, repeat.Part, random);
                break;
        }
    }
}

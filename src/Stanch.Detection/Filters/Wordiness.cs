namespace Stanch.Detection.Filters;

/// <summary>Tells text that a person wrote as words from text that a machine drew: letter pairs, the share of digits, the runs between case changes.</summary>
internal static class Wordiness
{
    // The 60 pairs that make up about half of all neighbouring letters in English text and identifiers; random letters hit them in 9 of 100.
    private static readonly bool[] CommonPairs = MakePairs(
        "th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur ss us ow pa wo ke sw rd ey ec et");

    /// <summary>
    /// True when the letters read like words. Random text reads so about once in a few thousand at 16 characters and less often when longer.
    /// </summary>
    public static bool ReadsLikeWords(ReadOnlySpan<byte> text)
    {
        int pairs = 0, common = 0, letters = 0, digits = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = LetterIndex(text[i]);
            digits += char.IsAsciiDigit((char)text[i]) ? 1 : 0;
            if (letter < 0)
            {
                continue;
            }

            letters++;
            var next = i + 1 < text.Length ? LetterIndex(text[i + 1]) : -1;
            if (next >= 0)
            {
                pairs++;
                common += CommonPairs[letter * 26 + next] ? 1 : 0;
            }
        }

        return letters >= 4 && digits * 4 <= text.Length && letters * 2 >= text.Length && common * 100 >= pairs * 34;
    }

    private static int LetterIndex(byte b)
    {
        var lower = b | 0x20;
        return lower is >= 'a' and <= 'z' ? lower - 'a' : -1;
    }

    private static bool[] MakePairs(string list)
    {
        var pairs = new bool[26 * 26];
        foreach (var pair in list.Split(' '))
        {
            pairs[(pair[0] - 'a') * 26 + pair[1] - 'a'] = true;
        }

        return pairs;
    }
}

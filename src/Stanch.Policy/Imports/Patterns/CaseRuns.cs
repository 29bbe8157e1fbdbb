namespace Stanch.Policy.Imports.Patterns;

/// <summary>Joins what is written piece by piece: <c>(?i:a)(?i:b)</c> is <c>(?i:ab)</c>.</summary>
internal static class CaseRuns
{
    private const string Open = "(?i:";

    /// <param name="pieces">Each a whole piece of an expression.</param>
    public static string Join(IEnumerable<string> pieces)
    {
        var text = "";
        var isOpen = false;
        foreach (var piece in pieces)
        {
            var isCased = IsCased(piece);
            text = isOpen && isCased ? text[..^1] + piece[Open.Length..] : text + piece;
            isOpen = isCased;
        }
        return text;
    }

    // A piece that is one such group and nothing else, without a quantifier.
    private static bool IsCased(string piece) => piece.StartsWith(Open, StringComparison.Ordinal) && piece.EndsWith(')') && !piece.AsSpan(Open.Length, piece.Length - Open.Length - 1).ContainsAny('(', ')', '|');
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Stanch.Policy;

/// <summary>
/// A regular expression that a user wrote: matched in time linear in the text, whatever the expression. Built at its first use, since building takes
/// milliseconds and most scans never come to it.
/// </summary>
public sealed class UserRegex
{
    private const int MostLength = 4096;

    // .NET refuses automata of more than 10,000 nodes; an expression that cannot have half of that needs no trial.
    private const double SurelySmall = 5000;

    private readonly Lazy<Regex> _regex;

    private UserRegex(string pattern)
    {
        Pattern = pattern;
        _regex = new Lazy<Regex>(() => CreateLinear(pattern));
    }

    /// <summary>The expression as it was written.</summary>
    public string Pattern { get; }

    /// <summary>Reads an expression.</summary>
    /// <param name="pattern">In the syntax of .NET, without what cannot be matched in linear time.</param>
    /// <param name="problem">What is wrong with it and how to mend it; null when it is sound.</param>
    /// <returns>Null when there is a problem.</returns>
    public static UserRegex? TryCreate(string pattern, out string? problem)
    {
        problem = pattern.Length > MostLength ? $"the pattern is longer than {MostLength} characters; split it" : null;
        if (problem is not null) return null;
        var regex = new UserRegex(pattern);
        try
        {
            CheckSyntax(pattern);
            if (NeedsTrial(pattern)) _ = regex._regex.Value;
            return regex;
        }
        catch (NotSupportedException)
        {
            problem = "the pattern uses look-around, a back-reference or an atomic group, or is too large; those cannot be matched in linear time";
        }
        catch (ArgumentException wrong)
        {
            problem = $"the pattern is not a regular expression: {wrong.Message}";
        }
        return null;
    }

    /// <summary>True when the text, anywhere in it, matches.</summary>
    public bool IsMatch(ReadOnlySpan<char> text) => _regex.Value.IsMatch(text);

    public override string ToString() => Pattern;

    // True for all that NonBacktracking refuses, and for some that it does not.
    private static bool NeedsTrial(string pattern)
    {
        double size = pattern.Length;
        for (var i = 0; i + 1 < pattern.Length; i++)
        {
            var next = pattern[i + 1];
            if (pattern[i] == '(' && next == '?' && i + 2 < pattern.Length && "=!<>('".Contains(pattern[i + 2])) return true;
            if (pattern[i] == '\\' && (char.IsAsciiDigit(next) || next is 'k' or 'G' or '<' or '\'')) return true;
            if (pattern[i] == '{') size *= LargestCount(pattern.AsSpan(i + 1));
        }
        return size > SurelySmall;
    }

    private static int LargestCount(ReadOnlySpan<char> text)
    {
        var close = text.IndexOf('}');
        var largest = 1;
        if (close < 0) return largest;
        foreach (var part in text[..close].Split(','))
            if (int.TryParse(text[..close][part], NumberStyles.None, CultureInfo.InvariantCulture, out var count)) largest = Math.Max(largest, count);
        return largest;
    }

#pragma warning disable RS0030 // The one place here where a user's pattern is compiled; NonBacktracking makes it safe, and the first only looks at the syntax.
    private static void CheckSyntax(string pattern) => _ = new Regex(pattern, RegexOptions.CultureInvariant);

    private static Regex CreateLinear(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
#pragma warning restore RS0030
}

using System.Text.RegularExpressions;

namespace Stanch.Policy;

/// <summary>A regular expression that a user wrote: matched in time linear in the text, whatever the expression. Built at its first use.</summary>
public sealed class UserRegex
{
    private const int MostLength = 4096;

    private readonly Lazy<Regex> _regex;

    private UserRegex(string pattern)
    {
        Pattern = pattern;
        _regex = new Lazy<Regex>(() => Create(pattern));
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
            _ = regex._regex.Value;
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

#pragma warning disable RS0030 // The one place here where a user's pattern is compiled, and NonBacktracking makes it safe.
    private static Regex Create(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
#pragma warning restore RS0030
}

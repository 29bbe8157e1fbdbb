using System.Text;

namespace Stanch.Reporting;

/// <summary>The words of the vocabulary as they stand in reports: <c>NotChecked</c> is <c>not-checked</c>.</summary>
public static class ReportWords
{
    /// <summary>The word for a value.</summary>
    public static string Of<TWord>(TWord word) where TWord : struct, Enum
    {
        var name = word.ToString();
        var kebab = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && kebab.Length > 0)
                kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(letter));
        }
        return kebab.ToString();
    }
}

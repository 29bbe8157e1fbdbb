using System.Text;
using Stanch.Sources.StandardInput;

namespace Stanch.Sources.Git.Packs;

/// <summary>
/// Directories to borrow objects from, one after the other, as git writes them into <c>info/alternates</c> and the environment: an entry that
/// starts with a double quote is quoted, so that the separator may stand in it. See https://git-scm.com/docs/git#_environment_variables
/// </summary>
internal static class AlternateList
{
    public static IEnumerable<string> Split(string list, char separator)
    {
        for (var at = 0; at < list.Length;)
        {
            var quoted = list[at] == '"' ? QuotedEnd(list, at) : -1;
            var end = list.IndexOf(separator, quoted < 0 ? at : quoted);
            if (end < 0) end = list.Length;
            if (quoted > 0) yield return QuotedPath.Read(Encoding.UTF8.GetBytes(list[at..quoted]));
            else if (end > at && list[at] != '#') yield return list[at..end];
            at = end + 1;
        }
    }

    public static string Join(IEnumerable<string> paths, char separator) => string.Join(separator, paths.Select(path => Quote(path, separator)));

    private static string Quote(string path, char separator) => path.Contains(separator, StringComparison.Ordinal) || path.StartsWith('"') || path.StartsWith('#')
        ? $"\"{path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
        : path;

    /// <summary>Behind the closing quote; −1 where there is none, and the quote is a letter like any other.</summary>
    private static int QuotedEnd(string list, int start)
    {
        for (var i = start + 1; i < list.Length; i++)
        {
            if (list[i] == '"') return i + 1;
            if (list[i] == '\\') i++;
        }
        return -1;
    }
}

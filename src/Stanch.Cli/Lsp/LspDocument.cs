using System.Text;
using Stanch.Detection;

namespace Stanch.Cli.Lsp;

/// <summary>A text as it stands in the editor.</summary>
/// <param name="Uri">As the editor names it.</param>
/// <param name="Path">On disk; a name in angle brackets for one that was never saved.</param>
/// <param name="Language">The editor's id of its language.</param>
/// <param name="Version">Counts changes.</param>
internal sealed record LspDocument(string Uri, string Path, string Language, int Version, string Text)
{
    /// <summary>What was found in this version.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public byte[] Bytes => Encoding.UTF8.GetBytes(Text);

    public static string PathOf(string uri) =>
        System.Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.IsFile ? parsed.LocalPath : $"<{uri[(uri.LastIndexOf('/') + 1)..]}>";

    /// <summary>A line without its end; 1-based. Empty where there is none.</summary>
    public string Line(int number)
    {
        var rest = Text.AsSpan();
        for (; number > 1; number--)
        {
            var end = rest.IndexOf('\n');
            if (end < 0) return "";
            rest = rest[(end + 1)..];
        }

        var length = rest.IndexOf('\n');
        return (length < 0 ? rest : rest[..length]).TrimEnd('\r').ToString();
    }
}

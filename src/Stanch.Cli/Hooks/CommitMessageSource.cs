using System.Text;
using Stanch.Detection;
using Stanch.Sources.Git;

namespace Stanch.Cli.Hooks;

/// <summary>
/// The message of a commit that is about to be made, as git will keep it: without the scissors line and what is below it, and without comments. See
/// https://git-scm.com/docs/git-commit#Documentation/git-commit.txt---cleanupltmodegt.
/// </summary>
/// <param name="file">The file that git hands to the hook.</param>
/// <param name="wasEdited">False where no editor was opened: git then keeps lines that look like comments.</param>
internal sealed class CommitMessageSource(string file, bool wasEdited) : IScanSource
{
    public const string Place = "<commit message>";

    private const string Scissors = "------------------------ >8 ------------------------";
    private const int MostBytes = 64 << 20;

    public string Name => "commit-message";

    public string Summary => "The message of a commit that is about to be made.";

    public IReadOnlyList<SourceOption> Options => [];

    /// <inheritdoc/>
    public void Walk(SourceRequest request, IBlobSink sink, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(file, request.WorkingDirectory);
        if (!File.Exists(path)) throw new SourceException($"there is no message file '{file}': git names it to the hook commit-msg as its first argument");
        if (new FileInfo(path).Length > MostBytes) throw new SourceException($"'{file}' is no commit message: it is larger than {MostBytes >> 20} MB");
        var text = File.ReadAllText(path, Encoding.Latin1);
        // Blanked and not taken away, so that the lines keep their numbers.
        var kept = wasEdited ? Kept(text, GitSettings.In(request.WorkingDirectory)) : text;
        sink.Accept(new Blob(Encoding.Latin1.GetBytes(kept), new Provenance.File(Place)));
    }

    internal static string Kept(string text, string cleanup, string comment)
    {
        if (cleanup == "verbatim") return text;
        var lines = text.Split('\n').ToList();
        var cut = lines.FindIndex(line => line.StartsWith(comment, StringComparison.Ordinal) && line.AsSpan(comment.Length).Trim().SequenceEqual(Scissors));
        if (cut >= 0) lines.RemoveRange(cut, lines.Count - cut);
        return string.Join('\n', lines.Select(line => cleanup != "whitespace" && cleanup != "scissors" && line.StartsWith(comment, StringComparison.Ordinal) ? "" : line));
    }

    private static string Kept(string text, GitSettings git)
    {
        var comment = git.Value("core.commentString") ?? git.Value("core.commentChar") ?? "#";
        // "auto" means a character that no line of the message starts with: git's hints at its end show which.
        if (comment == "auto") comment = text.TrimEnd('\n').Split('\n')[^1] is { Length: > 0 } last ? last[..1] : "#";
        return Kept(text, git.Value("commit.cleanup") ?? "default", comment);
    }
}

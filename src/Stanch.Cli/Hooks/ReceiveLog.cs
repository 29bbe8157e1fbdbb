using System.Text.Json;
using Stanch.Detection;
using Stanch.Sources.Git;

namespace Stanch.Cli.Hooks;

/// <summary>
/// What a server's hook decided, one line of JSON each, for whoever answers for the repository: above all what was let through though it should not
/// have been. No secret's value stands in it.
/// </summary>
/// <param name="path">The file; made where it is missing.</param>
internal sealed class ReceiveLog(string path)
{
    private const int MostFindings = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // What each server says of the person who pushes: GitLab, GitHub Enterprise, Bitbucket Data Center, Gitea and Forgejo, plain git over HTTP.
    private static readonly string[] PusherVariables = ["GL_USERNAME", "GITHUB_USER_LOGIN", "BB_USER_NAME", "GITEA_PUSHER_NAME", "REMOTE_USER", "USER"];

    public static ReceiveLog For(HookSettings settings, Invocation here) => new(
        settings.Log is { } file ? Path.GetFullPath(file, here.WorkingDirectory)
        : Path.Combine(GitRepository.TryDiscover(here.WorkingDirectory)?.CommonPath ?? here.WorkingDirectory, "stanch", "pre-receive.log"));

    /// <summary>Writes a line.</summary>
    /// <param name="decision"><c>blocked</c>, <c>bypassed</c>, <c>blocked-on-error</c> or <c>passed-on-error</c>.</param>
    /// <param name="reason">What the pusher or the error said.</param>
    /// <param name="refs">What was pushed.</param>
    /// <param name="findings">What was found in it.</param>
    /// <param name="here">The run.</param>
    /// <returns>Why it could not be written; null where it was.</returns>
    public string? Write(string decision, string reason, IReadOnlyList<PushedRef> refs, IReadOnlyList<Finding> findings, Invocation here)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line)) WriteEntry(json, decision, reason, refs, findings, here);
        line.WriteByte((byte)'\n');
        Exception? last = null;
        // Another push may hold the file for a moment.
        var isWritten = SpinWait.SpinUntil(() => (last = TryAppend(line.ToArray())) is null or UnauthorizedAccessException, Patience) && last is null;
        return isWritten ? null : $"{path} cannot be written: {last!.Message}";
    }

    private Exception? TryAppend(byte[] line)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.None);
            file.Write(line);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e;
        }
    }

    private static void WriteEntry(Utf8JsonWriter json, string decision, string reason, IReadOnlyList<PushedRef> refs, IReadOnlyList<Finding> findings, Invocation here)
    {
        json.WriteStartObject();
        json.WriteString("time", here.Time.GetUtcNow());
        json.WriteString("hook", HookKind.PreReceive.Name);
        json.WriteString("decision", decision);
        json.WriteString("reason", reason);
        json.WriteString("pusher", PusherVariables.Select(here.Variable).FirstOrDefault(name => !string.IsNullOrEmpty(name)));
        json.WriteStartArray("refs");
        foreach (var pushed in refs)
        {
            json.WriteStartObject();
            json.WriteString("ref", pushed.Ref);
            json.WriteString("old", pushed.OldId);
            json.WriteString("new", pushed.NewId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("found", findings.Count);
        json.WriteStartArray("findings");
        foreach (var finding in findings.Take(MostFindings))
        {
            json.WriteStartObject();
            json.WriteString("detector", finding.Detector.Id);
            json.WriteString("path", finding.Provenance.Path);
            json.WriteNumber("line", finding.Location.Line);
            if (finding.Provenance is Provenance.Commit { Introduced.Id: var commit }) json.WriteString("commit", commit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

using System.Text.Json;
using Stanch.Detection;

namespace Stanch.Reporting.Json;

/// <summary>Where a finding comes from; which keys there are depends on <c>kind</c>.</summary>
internal static class ProvenanceJson
{
    public static void Write(Utf8JsonWriter json, Provenance provenance)
    {
        json.WriteStartObject();
        json.WriteString("kind", provenance.Kind);
        WriteMembers(json, provenance);
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, Provenance provenance)
    {
        switch (provenance)
        {
            case Provenance.Index index:
                json.WriteString("repository", index.Repository);
                break;
            case Provenance.Commit commit:
                WriteCommit(json, commit);
                break;
            case Provenance.Message message:
                json.WriteString("repository", message.Repository);
                json.WriteString("object", message.ObjectId);
                WriteCommitInfo(json, message.Introduced);
                json.WriteString("summary", message.Introduced?.Summary);
                break;
            case Provenance.Unreachable unreachable:
                json.WriteString("repository", unreachable.Repository);
                json.WriteString("blob", unreachable.BlobId);
                break;
        }
    }

    private static void WriteCommit(Utf8JsonWriter json, Provenance.Commit commit)
    {
        json.WriteString("repository", commit.Repository);
        WriteCommitInfo(json, commit.Introduced);
        json.WriteString("removedBy", commit.Removed?.Id);
        json.WriteBoolean("atHead", commit.AtHead);
        json.WriteString("summary", commit.Introduced.Summary);
        json.WriteString("removedDate", commit.Removed is { } removed ? IsoTime.Utc(removed.Date) : null);
        json.WriteString("lastCommit", commit.Last?.Id);
        json.WriteString("blob", commit.BlobId);
    }

    private static void WriteCommitInfo(Utf8JsonWriter json, CommitInfo? commit)
    {
        json.WriteString("commit", commit?.Id);
        json.WriteString("author", commit?.Author);
        json.WriteString("date", commit is null ? null : IsoTime.Utc(commit.Date));
    }
}

using System.Text;

namespace Stanch.Sources.Git;

/// <summary>What refs reach, for a repository whose store is mostly another's.</summary>
internal static class ReachableObjects
{
    /// <summary>First words of the ids; null where git cannot tell, and everything must be read.</summary>
    public static HashSet<ulong>? Of(GitCommand git, IEnumerable<GitRef> refs, CancellationToken cancellation)
    {
        var tips = Encoding.ASCII.GetBytes(string.Concat(refs.Select(named => $"{named.Id}\n")));
        using var process = git.Start(cancellation, "rev-list", "--objects", "--no-object-names", "--missing=allow-any", "--stdin");
        process.Feed(input => input.Write(tips));
        var reached = new HashSet<ulong>();
        using var output = new PipeBuffer(process.Output);
        while (output.TryReadTo((byte)'\n', out var line))
        {
            if (ObjectId.TryParse(line, out var id)) reached.Add(id.A);
        }
        return process.WaitForExit() == 0 ? reached : null;
    }
}

namespace Stanch.Sources.Git;

/// <summary>Reads objects through <c>git cat-file --batch</c>: one child and one thread for each job.</summary>
internal sealed class CatFileReader(GitCommand git) : IObjectReader
{
    public (bool IsWhole, string Errors) List(Action<ObjectId, ObjectKind> each, CancellationToken cancellation)
    {
        using var process = git.Start(cancellation, "cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname) %(objecttype)");
        process.Feed(_ => { });
        using var output = new PipeBuffer(process.Output);
        while (output.TryReadTo((byte)'\n', out var line))
        {
            var space = line.IndexOf((byte)' ');
            if (space > 0 && ObjectId.TryParse(line[..space], out var id)) each(id, ObjectKinds.Parse(line[(space + 1)..]));
        }
        return (process.WaitForExit() == 0, process.Errors);
    }

    public bool Read(ObjectQueue queue, int jobs, IObjectConsumer consumer, CancellationToken cancellation)
    {
        var lanes = Enumerable.Range(0, jobs).Select(_ => new CatFileLane(git, queue, consumer)).ToArray();
        var finished = new bool[jobs];
        Lanes.Run(jobs, lane => finished[lane] = lanes[lane].Run(cancellation));
        return finished.All(done => done);
    }
}

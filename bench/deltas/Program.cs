using Stanch.Bench.Deltas;
using Stanch.Sources.Git;

// deltas REPOSITORY…: the exit code is 1 when a blob's candidates differ.
if (args.Length == 0)
{
    Console.Error.WriteLine("deltas REPOSITORY…: name at least one git repository");
    return 2;
}

Console.WriteLine("| repository | blobs | MB | on a known base | of these searched whole | bytes searched | bytes on a known base | bytes of these searched whole | entries a 1,000 bytes | traces longer than they pay | differences |");
Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
var differences = 0L;
foreach (var repository in args)
{
    var both = new BothWays();
    new GitSource().Walk(new SourceRequest([repository], Environment.ProcessorCount), both, CancellationToken.None);
    Console.WriteLine(both.Row(repository));
    differences += both.Differences;
}

return differences == 0 ? 0 : 1;

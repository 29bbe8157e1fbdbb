using Stanch.Detection;
using Stanch.Detection.Scanning;
using Stanch.Sources.Git;

namespace Stanch.Sources.Tests.Git.Seen;

/// <summary>Scans one repository again and again, as a user with a home does.</summary>
internal sealed class SeenScan(Sandbox here)
{
    private readonly string _home = Directory.CreateDirectory(Path.Combine(here.Path, "home")).FullName;

    public string Folder { get; init; } = here.In(".git", "stanch");

    public IReadOnlyList<Detector> Detectors { get; set; } = [Thorns.Thorn, Thorns.Briar];

    public string[] Files => Directory.Exists(Folder) ? Directory.GetFiles(Folder) : [];

    /// <summary>Scans with what is kept.</summary>
    public Watched Run(string? target = null, int jobs = 2, string? home = null, params (string Name, string Value)[] options)
    {
        var sink = new Watched(new ScanSession(new Scanner(Detectors), TestContext.Current.CancellationToken));
        var variables = new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH")!, ["HOME"] = home ?? _home };
        new GitSource(new GitEnvironment(variables, here.Path)).Walk(Scan.Request(target ?? here.Repository, jobs, options), sink, TestContext.Current.CancellationToken);
        return sink;
    }

    /// <summary>What a scan says that neither uses nor keeps anything.</summary>
    public string Anew(string? target = null, params (string Name, string Value)[] options) => Thorns.Told(Run(target, 2, null, [.. options, ("no-cache", "true")]).Session);

    /// <summary>Scans with what is kept, and fails where it says something else than a scan anew.</summary>
    public Watched ShouldSayTheSame(string? target = null, params (string Name, string Value)[] options)
    {
        var run = Run(target, 2, null, options);
        Thorns.Told(run.Session).ShouldBe(Anew(target, options));
        run.Session.Coverage().Remarks.ShouldBeEmpty();
        return run;
    }
}

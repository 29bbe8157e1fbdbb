using Stanch.Catalogue;
using Stanch.Detection;
using Stanch.Detection.Scanning;
using Stanch.Policy;
using Stanch.Sources.Files;

namespace Stanch.Cli.Scanning;

/// <summary>Looks through texts that a program holds: a server's requests, an editor's documents. Opens the project once.</summary>
internal sealed class TextScan
{
    private readonly Scanner _scanner;
    private readonly PolicyEngine _policy;
    private readonly PolicyOptions _options;

    /// <param name="folder">Whose project's decisions hold.</param>
    /// <param name="choices">What was typed besides; null for nothing.</param>
    /// <exception cref="ConfigurationException">A configuration is broken.</exception>
    public TextScan(string folder, Invocation here, TextChoices? choices = null)
    {
        Project = Project.Open(ScanRoot.Of(folder), choices?.Config, choices?.NoConfig == true, here);
        _scanner = new Scanner(DetectorChoice.From([], Project), BuiltInCatalogue.Keywords);
        _policy = new PolicyEngine(Project.Configuration, BaselineChoice.From(null, none: false, Project, here), here.Time);
        _options = new PolicyOptions { FailOn = choices?.FailOn, RelativeToRoot = Project.RelativeToRoot(folder) };
    }

    public Project Project { get; }

    /// <summary>Everything found, ignored findings marked as such.</summary>
    public IReadOnlyList<Finding> Find(ReadOnlySpan<byte> content, string path)
    {
        var session = new ScanSession(_scanner);
        session.Accept(new Blob(content, new Provenance.File(path)));
        return Judge(session);
    }

    /// <summary>The same for a file on disk, of any size.</summary>
    public IReadOnlyList<Finding> FindInFile(string path, string folder)
    {
        var session = new ScanSession(_scanner);
        new FilesSource().Walk(new SourceRequest([path]) { WorkingDirectory = folder }, session, CancellationToken.None);
        return Judge(session);
    }

    private IReadOnlyList<Finding> Judge(ScanSession session) => _policy.Judge(session.Findings(), session.Coverage(), _options).Findings;
}

using Stanch.Detection;
using Stanch.Sources.Git;

namespace Stanch.Sources.Tests.Git;

/// <summary>A repository whose configuration, attributes, hooks and files name a program wherever git could be made to run one. None may run.</summary>
public sealed class HostileTests
{
    private static readonly string[] ProgramSettings =
    [
        "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.gitProxy", "core.askPass", "core.alternateRefsCommand", "credential.helper",
        "diff.external", "diff.evil.command", "diff.evil.textconv", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "merge.evil.driver",
        "gpg.program", "gpg.ssh.program", "uploadpack.packObjectsHook", "remote.origin.uploadpack", "remote.origin.receivepack", "remote.origin.vcs",
        "pager.cat-file", "pager.diff-tree", "pager.rev-list", "pager.for-each-ref", "pager.diff-index", "sequence.editor", "interactive.diffFilter", "trailer.x.command",
    ];

    [Fact]
    public void NoProgramOfTheRepositoryRuns()
    {
        using var here = new Sandbox();
        using var trap = new Trap(here);
        here.Commit("1", ("a", "needle-a"), ("evil", "1"), (".gitattributes", "* diff=evil filter=evil merge=evil\n"));
        here.Commit("2", ("a", "needle-b"));
        here.File("evil", "staged needle-staged").Git("add", "evil");
        trap.Arm();

        Scan.Of(here.Repository).Words.ShouldBe(["needle-a", "needle-b"]);
        Scan.Of(here.Repository, ("unreachable", "true"));
        Scan.Of(here.Repository, ("range", "HEAD~..HEAD")).Words.ShouldBe(["needle-b"]);
        Scan.Of(here.Repository, ("since", "HEAD~")).Words.ShouldBe(["needle-b"]);
        Scan.Of(here.Repository, ("staged", "true")).Words.ShouldBe(["needle-staged"]);
        GitRepository.Discover(here.Repository).HistoryRemark(TestContext.Current.CancellationToken).ShouldNotBeNull();

        trap.Sprung.ShouldBeEmpty();
    }

    [Fact]
    public void TheTrapCanSpring()
    {
        using var here = new Sandbox();
        using var trap = new Trap(here);
        here.Commit("1", ("a", "1"), (".gitattributes", "* diff=evil\n"));
        trap.Arm();

        here.File("a", "2").Git("diff", "--ext-diff");

        trap.Sprung.ShouldNotBeEmpty("otherwise the other tests prove nothing");
    }

    [Fact]
    public void AbsentObjectsAreNotFetchedByAProgramThatTheRepositoryNames()
    {
        using var here = new Sandbox();
        using var trap = new Trap(here);
        here.Commit("1", ("a", "needle-a"));
        here.Commit("2", ("a", "2"), ("b", "needle-b"));
        var blob = here.Git("rev-parse", "HEAD:b");
        System.IO.File.Delete(here.In(".git", "objects", blob[..2], blob[2..]));
        trap.Arm();
        here.Git("config", "extensions.partialClone", "origin");
        here.Git("config", "remote.origin.promisor", "true");
        here.Git("config", "remote.origin.url", "ext::" + trap.Program);
        here.Git("config", "protocol.allow", "always");
        here.Git("config", "protocol.ext.allow", "always");

        Scan.Of(here.Repository).Gaps.ShouldContain(gap => gap.Kind == GapKind.Absent && gap.Path == "b");
        Scan.Of(here.Repository, ("range", "HEAD~..HEAD"));
        Scan.Of(here.Repository, ("staged", "true"));

        trap.Sprung.ShouldBeEmpty();
    }

    [Fact]
    public void AProgramCalledGitInTheScannedFolderIsNotRun()
    {
        using var here = new Sandbox();
        using var trap = new Trap(here);
        here.Commit("1", ("a", "needle-a"));
        System.IO.File.Copy(trap.Program, here.In("git"));
        var path = string.Join(Path.PathSeparator, "", ".", Path.GetRelativePath(Environment.CurrentDirectory, here.Repository), Environment.GetEnvironmentVariable("PATH"));

        Scan.In(new Dictionary<string, string> { ["PATH"] = path }, here.Repository).Words.ShouldBe(["needle-a"]);

        trap.Sprung.ShouldBeEmpty();
    }

    [Fact]
    public void ARepositoryOfSomeoneElseIsScanned()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "needle-a"));
        var environment = new Dictionary<string, string> { ["GIT_TEST_ASSUME_DIFFERENT_OWNER"] = "1" };
        Should.Throw<InvalidOperationException>(() => here.GitIn(here.Repository, "-c", "alias.x=!GIT_TEST_ASSUME_DIFFERENT_OWNER=1 git status", "x")).Message.ShouldContain("dubious ownership");

        Scan.In(environment, here.Repository).Words.ShouldBe(["needle-a"]);
        Scan.In(environment, here.Repository, ("staged", "true")).Gaps.ShouldBeEmpty();
    }

    [Fact]
    public void NothingIsWrittenToTheRepository()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "needle-a"));
        here.File("b", "needle-b").Git("add", "b");
        (string, long, DateTime)[] State() =>
            [.. new DirectoryInfo(here.Repository).EnumerateFiles("*", SearchOption.AllDirectories).Select(file => (file.FullName, file.Length, file.LastWriteTimeUtc)).Order()];
        var before = State();

        Scan.Of(here.Repository);
        Scan.Of(here.Repository, ("staged", "true"));
        Scan.Of(here.Repository, ("since", "1 day ago"));

        State().ShouldBe(before);
    }

    /// <summary>A program that leaves a mark for each run, and a repository that names it wherever it can.</summary>
    private sealed class Trap : IDisposable
    {
        private readonly Sandbox _here;
        private readonly string _marks;

        public Trap(Sandbox here)
        {
            _here = here;
            _marks = Directory.CreateDirectory(Path.Combine(here.Path, "marks")).FullName;
            Program = Path.Combine(here.Path, "evil");
            System.IO.File.WriteAllText(Program, $"#!/bin/sh\necho \"$@\" >> \"{_marks}/$$\"\nexit 0\n");
            here.MakeExecutable(Program);
        }

        public string Program { get; }

        public IEnumerable<string> Sprung => Directory.EnumerateFiles(_marks).Select(System.IO.File.ReadAllText);

        public void Arm()
        {
            foreach (var setting in ProgramSettings) System.IO.File.AppendAllText(_here.In(".git", "config"), Setting(setting));
            System.IO.File.AppendAllText(_here.In(".git", "config"), $"[alias]\n\tcat-file = !{Program}\n\trev-list = !{Program}\n[log]\n\tshowSignature = true\n[core]\n\thooksPath = hooks\n");
            foreach (var hook in new[] { "post-index-change", "pre-auto-gc", "reference-transaction", "post-checkout", "fsmonitor-watchman", "pre-commit", "query-watchman" })
            {
                System.IO.File.Copy(Program, _here.In(".git", "hooks", hook), overwrite: true);
            }
        }

        public void Dispose() => Directory.Delete(_marks, recursive: true);

        private string Setting(string name)
        {
            var (first, last) = (name.IndexOf('.'), name.LastIndexOf('.'));
            var section = first == last ? $"[{name[..first]}]" : $"[{name[..first]} \"{name[(first + 1)..last]}\"]";
            return $"{section}\n\t{name[(last + 1)..]} = {Program}\n";
        }
    }
}

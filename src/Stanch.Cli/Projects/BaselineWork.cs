using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;
using Stanch.Cli.Terminals;
using Stanch.Policy;

namespace Stanch.Cli.Projects;

/// <summary>Makes a project's baseline, and keeps it up to date.</summary>
internal static class BaselineWork
{
    public static ExitCode Create(BaselineScope scope, ScanSettings settings, string? keyFile, bool force, Invocation here, Interruption stop)
    {
        if (File.Exists(scope.FullName) && !force)
            throw new UsageException($"the baseline '{scope.Name}' exists already: 'stanch baseline update' brings it up to date, --force replaces it");
        var found = ProjectScan.Run(scope.Root, settings with { NoBaseline = true }, scope.Paths, scope.History, here, stop);
        if (Refused(found, here)) return ExitCode.Incomplete;
        var document = ConfigurationDocument.Of(scope.Root);
        var baseline = Baseline.Create(found.Findings, ProjectKey.FingerprinterOf(scope.Project, document, keyFile, here), path => path);
        document.Save(here);
        WholeFile.Write(scope.FullName, BaselineFormat.Write(baseline));
        Say(here, $"{scope.Name}: {Describe(baseline)}");
        return End(found, here);
    }

    public static ExitCode Update(BaselineScope scope, ScanSettings settings, bool accept, Invocation here, Interruption stop)
    {
        var before = scope.Read();
        if (scope.Project.Configuration.FingerprintKey is not { Value: var key })
            throw new UsageException("the baseline needs the project's fingerprint key: set fingerprintKey or fingerprintKeyFile in .stanch.yaml, or make the baseline anew with 'stanch baseline create --force'");
        if (before.KeyId is { } made && made != key.Id)
            throw new UsageException($"the baseline was made with key {made}, and the configuration has key {key.Id}: restore the key, or make the baseline anew with 'stanch baseline create --force'");
        var found = ProjectScan.Run(scope.Root, settings, scope.Paths, scope.History, here, stop);
        if (Refused(found, here)) return ExitCode.Incomplete;
        var update = before.Update(found.Findings, new Fingerprinter(key), path => path, path => scope.Reads(path) && found.WasRead(path), accept);
        WholeFile.Write(scope.FullName, BaselineFormat.Write(update.Baseline));
        SayUpdate(update, accept, here);
        return End(found, here);
    }

    public static string Describe(Baseline baseline) =>
        $"{baseline.Entries.Count} accepted ({Counted.Of(baseline.Entries.DistinctBy(entry => entry.Fingerprint).Count(), "secret")} in {Counted.Of(baseline.Entries.DistinctBy(entry => entry.Path).Count(), "file")})";

    // What was found until then would look like all there is.
    private static bool Refused(ProjectFindings found, Invocation here)
    {
        if (found.WasStopped) here.Terminal.Error.WriteLine("stanch: interrupted; nothing was written");
        return found.WasStopped;
    }

    private static void SayUpdate(BaselineUpdate update, bool accept, Invocation here)
    {
        foreach (var entry in update.Dropped) Say(here, $"dropped  {Shown.Text(entry.Path)}  {Shown.Text(entry.Detector)}  {entry.Fingerprint}");
        foreach (var entry in update.New) Say(here, $"{(accept ? "accepted" : "new     ")} {Shown.Text(entry.Path)}  {Shown.Text(entry.Detector)}  {entry.Fingerprint}");
        Say(here, $"{update.Kept.Count} kept, {update.Dropped.Count} dropped, {update.New.Count} new{(accept || update.New.Count == 0 ? "" : ", not accepted: --accept does")}");
    }

    private static ExitCode End(ProjectFindings found, Invocation here)
    {
        found.SayFailures(here);
        return found.Failures.Count == 0 ? ExitCode.Clean : ExitCode.Incomplete;
    }

    private static void Say(Invocation here, string text)
    {
        using var output = here.Terminal.OutputText();
        output.WriteLine(text);
    }
}

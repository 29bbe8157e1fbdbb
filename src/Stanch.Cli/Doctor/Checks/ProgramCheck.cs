using System.Runtime.InteropServices;
using Stanch.Catalogue;
using Stanch.Cli.CommandLine;

namespace Stanch.Cli.Doctor.Checks;

/// <summary>Which program this is, and whether the same one runs by its name.</summary>
internal sealed class ProgramCheck : IHealthCheck
{
    public string Name => "program";

    public IEnumerable<HealthLine> Look(Invocation here)
    {
        // Handed over by the host that starts what is compiled as it runs.
        var kind = AppContext.GetData("HOST_RUNTIME_CONTRACT") is not null ? $"compiled as it runs, {RuntimeInformation.FrameworkDescription}" : "native";
        yield return HealthLine.Ok($"stanch {ProgramVersion.Text}, {RuntimeInformation.RuntimeIdentifier}, {kind}: {Environment.ProcessPath}");
        yield return HealthLine.Ok($"catalogue {BuiltInCatalogue.Hash}, {Counted.Of(BuiltInCatalogue.DetectorCount, "detector")}");
        yield return ByName(here);
    }

    private static HealthLine ByName(Invocation here)
    {
        if (OnPath.Find("stanch", here) is not { } found)
            return HealthLine.Warning("no stanch is on PATH, so that what calls it by name (Husky, lefthook, agents' settings that are shared) does not find it", $"add {Path.GetDirectoryName(Environment.ProcessPath)} to PATH, or put a link to it where PATH leads");
        return IsThis(found)
            ? HealthLine.Ok($"'stanch' on PATH is this program: {found}")
            : HealthLine.Warning($"'stanch' on PATH is another program than this one: {found}", "keep one of them, or change the order of PATH");
    }

    private static bool IsThis(string found) => Environment.ProcessPath is { } own && Target(found) == Target(own);

    private static string Target(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
}

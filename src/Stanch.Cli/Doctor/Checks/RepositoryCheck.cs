using Stanch.Sources.Git;

namespace Stanch.Cli.Doctor.Checks;

/// <summary>Which repository this is, and whether all of it is here.</summary>
internal sealed class RepositoryCheck : IHealthCheck
{
    public string Name => "repository";

    public IEnumerable<HealthLine> Look(Invocation here)
    {
        if (GitRepository.TryDiscover(here.WorkingDirectory) is not { } repository)
        {
            yield return HealthLine.Ok("there is no git repository here: files are searched, and there is no history");
            yield break;
        }

        yield return HealthLine.Ok($"{KindOf(repository)}: {repository.Root}{(repository.Info.Head is null ? "; it has no commit yet" : "")}");
        if (repository.IsShallow)
            yield return HealthLine.Warning("the clone is shallow: what came before its first commit is not here, and is not searched", "'git fetch --unshallow' brings it; in CI a fetch depth of 0");
        if (repository.IsPartial)
            yield return HealthLine.Warning("the clone is partial: blobs that were left at the server are not fetched, and not searched", "'git fetch --refetch --no-filter' brings all of it");
    }

    private static string KindOf(GitRepository repository) =>
        (repository.IsBare ? "a bare repository" : repository.GitPath != repository.CommonPath ? $"a worktree of {repository.CommonPath}" : "a repository")
        + (repository.ObjectFormat == "sha1" ? "" : $" of {repository.ObjectFormat} objects");
}

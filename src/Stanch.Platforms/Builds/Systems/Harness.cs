namespace Stanch.Platforms.Builds.Systems;

/// <summary>
/// Harness CI: https://developer.harness.io/docs/continuous-integration/troubleshoot-ci/ci-env-var/. Its codebase variables are those of Drone.
/// </summary>
internal sealed class Harness : ICiSystem
{
    public string Id => "harness";

    public string Name => "Harness CI";

    public string FullClone => "in the stage's codebase: 'depth: 0'";

    public IReadOnlyList<string> Covers => ["drone"];

    public bool IsHere(CiVariables variables) => variables.Has("HARNESS_BUILD_ID") || (variables.Has("HARNESS_PIPELINE_ID") && variables.Has("HARNESS_ACCOUNT_ID"));

    public CiBuild Read(CiVariables variables) => DroneVariables.Read(variables);
}

namespace Stanch.Platforms.Builds.Systems;

/// <summary>Drone: https://docs.drone.io/pipeline/environment/reference/. Of a pull request, what was there before is the branch that it leads to.</summary>
internal sealed class Drone : ICiSystem
{
    public string Id => "drone";

    public string Name => "Drone";

    public string FullClone => "in .drone.yml: take 'depth' away from 'clone'";

    public bool IsHere(CiVariables variables) => variables.IsTrue("DRONE");

    public CiBuild Read(CiVariables variables) => DroneVariables.Read(variables);
}

namespace Stanch.Remediation.Validity;

/// <summary>A request needs something that is not known: the identifier beside the secret, the host of a self-hosted product.</summary>
internal sealed class MissingValueException(string name) : Exception($"{name} is not known")
{
    public string Name { get; } = name;
}

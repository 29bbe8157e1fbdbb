namespace Stanch.Cli.Hooks;

/// <summary>A ref that a push changes.</summary>
/// <param name="Ref">Its name on the receiving side.</param>
/// <param name="OldId">What it names there until now; zeros for nothing.</param>
/// <param name="NewId">What it is to name; zeros for nothing, which deletes it.</param>
internal sealed record PushedRef(string Ref, string OldId, string NewId)
{
    public bool IsDeletion => NewId.AsSpan().TrimStart('0').IsEmpty;
}

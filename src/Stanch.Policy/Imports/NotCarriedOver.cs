namespace Stanch.Policy.Imports;

/// <summary>Something in another tool's file that has no counterpart here, or not an exact one.</summary>
/// <param name="What">What stands there; never holds a secret.</param>
/// <param name="Why">Why it was not carried over, or what differs now, and what to do.</param>
public sealed record NotCarriedOver(string What, string Why);

using Stanch.Detection;

namespace Stanch.Policy.Imports;

/// <summary>A finding of ours that another tool's file names.</summary>
public sealed record ImportMatch(IForeignIdentity Identity, Finding Finding, string Path);

using Stanch.Detection;

namespace Stanch.Policy.Imports;

/// <summary>A finding as another tool's file names it: by a hash, by its place, by its text.</summary>
public interface IForeignIdentity
{
    /// <summary>How it is shown to a person; never holds the secret.</summary>
    string Text { get; }

    /// <summary>True when the decision is for one file; false when it is for the secret wherever it stands.</summary>
    bool IsForOnePath { get; }

    /// <summary>Why it was decided, where the file says so.</summary>
    string? Reason { get; }

    /// <summary>True when it names this finding.</summary>
    /// <param name="finding">Of a scan of the tree and of the history.</param>
    /// <param name="path">Its path, relative to the root.</param>
    bool Matches(Finding finding, string path);
}

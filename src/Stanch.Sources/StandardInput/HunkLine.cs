namespace Stanch.Sources.StandardInput;

/// <summary>What a line of a hunk is.</summary>
internal enum HunkLine
{
    Context,
    Added,
    Removed,

    /// <summary><c>\ No newline at end of file</c></summary>
    Note,
}

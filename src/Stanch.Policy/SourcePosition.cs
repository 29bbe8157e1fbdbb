namespace Stanch.Policy;

/// <summary>A place in a file that a person wrote.</summary>
/// <param name="File">The file as a person knows it.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 units.</param>
public readonly record struct SourcePosition(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}

namespace Stanch.Catalogue.Format;

/// <summary>Something wrong in a file of the catalogue or of a user.</summary>
/// <param name="File">As it was named.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
/// <param name="Message">What is wrong, what was expected, and the nearest known name where there is one.</param>
public sealed record CatalogueError(string File, int Line, int Column, string Message)
{
    /// <summary><c>file:line:column: message</c>, which editors and build logs understand.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}

namespace Stanch.Platforms.Builds;

/// <summary>A report that a CI system shows by itself. A closed type.</summary>
/// <param name="Format">The name of a report format.</param>
public abstract record NativeReport(string Format)
{
    /// <summary>Lines in the log that the system reads.</summary>
    public sealed record Log(string Format) : NativeReport(Format);

    /// <summary>A file where the system looks for it.</summary>
    /// <param name="Path">Relative to the working directory, or absolute.</param>
    /// <param name="IsAppended">True where others write into the same file.</param>
    public sealed record File(string Format, string Path, bool IsAppended = false) : NativeReport(Format);

    /// <summary>A program of the system's agent that takes it on its standard input.</summary>
    /// <param name="Name">It is looked for on PATH; where it is not there, nothing is shown.</param>
    public sealed record Program(string Format, string Name, IReadOnlyList<string> Arguments) : NativeReport(Format);
}

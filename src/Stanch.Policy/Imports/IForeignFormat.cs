namespace Stanch.Policy.Imports;

/// <summary>A file of another tool that can be imported.</summary>
public interface IForeignFormat
{
    /// <summary>The tool, as in <c>stanch import gitleaks</c>.</summary>
    string Tool { get; }

    /// <summary>The names that the file usually has; empty for a report that has none of its own.</summary>
    IReadOnlyList<string> FileNames { get; }

    /// <param name="name">The file, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <param name="detectorOf">Gives the id of our detector that answers to a rule or detector of that tool; null where none does.</param>
    /// <exception cref="ConfigurationException">The file is broken.</exception>
    ForeignIgnores Read(string name, string text, Func<string, string?> detectorOf);
}

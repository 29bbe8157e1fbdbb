using Stanch.Cli.Scanning;
using Stanch.Policy;

namespace Stanch.Cli.Projects;

/// <summary>The project's <c>.stanch.yaml</c> while it is changed: edits gather in memory and are written at once, or not at all.</summary>
internal sealed class ConfigurationDocument
{
    private readonly string _path;
    private readonly string? _before;
    private readonly List<string> _notes = [];

    private ConfigurationDocument(string name, string path, string? text)
    {
        (Name, _path, _before, Text) = (name, path, text, text);
    }

    /// <summary>The file as a person knows it.</summary>
    public string Name { get; }

    public string? Text { get; private set; }

    public bool HasChanged => !string.Equals(Text, _before, StringComparison.Ordinal);

    /// <exception cref="ConfigurationException">It cannot be read.</exception>
    public static ConfigurationDocument Of(ScanRoot root)
    {
        var path = Path.Combine(root.Folder, ConfigurationSources.FileName);
        return new ConfigurationDocument(ConfigurationSources.FileName, path, TextFiles.Read(path));
    }

    /// <summary>What a person is told once it is saved.</summary>
    public void Note(string text) => _notes.Add(text);

    /// <param name="edit">Takes the file's name and its text, and gives the new text.</param>
    public void Edit(Func<string, string?, string> edit) => Text = edit(Name, Text);

    /// <exception cref="CommandLine.UsageException">It cannot be written.</exception>
    public void Save(Invocation here)
    {
        if (HasChanged) WholeFile.Write(_path, Text!);
        foreach (var note in _notes) here.Terminal.Error.WriteLine($"stanch: {note}");
    }
}

using Stanch.Policy.Yaml;

namespace Stanch.Policy;

/// <summary>
/// Changes a <c>.stanch.yaml</c> as a careful person would: at one place, with comments, layout and line ends of all the rest kept to the byte. Each result
/// is read back and compared before it is given out.
/// </summary>
public static class ConfigurationEditor
{
    /// <summary>What a new file starts with.</summary>
    public const string Header = "# What Stanch reads, lets be and blocks here; 'stanch config show' says which file each value came from.\nversion: 1\n";

    private const string KeyComment = " # stanch:ignore: not a credential, it keys the fingerprints";

    /// <summary>Adds an ignore at the end of the list.</summary>
    /// <param name="name">The file, for messages.</param>
    /// <param name="text">Its text; null or empty for a file that does not exist.</param>
    /// <param name="ignore">What to write.</param>
    /// <returns>The new text.</returns>
    /// <exception cref="ConfigurationException">The text is broken, or laid out in a way that cannot be changed safely, or the ignore is not sound.</exception>
    public static string AddIgnore(string name, string? text, NewIgnore ignore)
    {
        var before = Open(name, text);
        var edit = IgnoreInsertion.Into(before.Text, before.Root, ignore);
        var expected = before.Expect("ignore", old => [.. old is YamlSequence list ? list.Items.Select(YamlText.Meaning) : [], Meaning(ignore)]);
        return Checked(name, edit.Apply(before.Text), expected);
    }

    /// <summary>Adds a glob of paths that are not read.</summary>
    /// <exception cref="ConfigurationException">The text is broken, or laid out in a way that cannot be changed safely.</exception>
    public static string AddExclude(string name, string? text, string glob) => AddToList(name, text, "exclude", glob);

    /// <summary>Switches a detector off.</summary>
    /// <exception cref="ConfigurationException">The text is broken, or laid out in a way that cannot be changed safely.</exception>
    public static string DisableDetector(string name, string? text, string detector) => AddToList(name, text, "detectors.disable", detector);

    /// <summary>Names a file with detectors of the user's own.</summary>
    /// <exception cref="ConfigurationException">The text is broken, or laid out in a way that cannot be changed safely.</exception>
    public static string AddDetectorFile(string name, string? text, string file) => AddToList(name, text, "detectors.custom", file);

    /// <summary>Removes the ignore that stands at a place.</summary>
    /// <param name="name">The file, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <param name="position">The <see cref="IgnoreRule.Origin"/>'s position of an ignore read from this text.</param>
    /// <exception cref="ConfigurationException">There is no ignore there, or the text is laid out in a way that cannot be changed safely.</exception>
    public static string RemoveIgnore(string name, string text, SourcePosition position)
    {
        var before = Open(name, text);
        var list = before.Root?.Find("ignore")?.Value as YamlSequence;
        var index = list?.Items.ToList().FindIndex(item => (item.Position.Line, item.Position.Column) == (position.Line, position.Column)) ?? -1;
        if (index < 0) throw new ConfigurationException(new ConfigurationProblem(position, "no ignore stands here; read the file again"));
        var edit = IgnoreRemoval.Of(before.Text, list!, index);
        var expected = before.Expect("ignore", _ => [.. list!.Items.Where((_, i) => i != index).Select(YamlText.Meaning)]);
        return Checked(name, edit.Apply(before.Text), expected);
    }

    /// <summary>Sets <c>fingerprintKey</c>, with a comment that keeps scanners from reporting it.</summary>
    /// <param name="name">The file, for messages.</param>
    /// <param name="text">Its text; null or empty for a file that does not exist.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="ConfigurationException">The text is broken, or laid out in a way that cannot be changed safely.</exception>
    public static string SetFingerprintKey(string name, string? text, FingerprintKey key) => SetScalar(name, text, "fingerprintKey", key.Export(), $"'{key.Export()}'", KeyComment);

    /// <summary>Sets <c>fingerprintKeyFile</c>.</summary>
    /// <param name="name">The file, for messages.</param>
    /// <param name="text">Its text; null or empty for a file that does not exist.</param>
    /// <param name="keyFile">The file's name, relative to the configuration's folder, or starting with <c>~/</c>.</param>
    /// <exception cref="ConfigurationException">The text is broken, or laid out in a way that cannot be changed safely.</exception>
    public static string SetFingerprintKeyFile(string name, string? text, string keyFile) => SetScalar(name, text, "fingerprintKeyFile", keyFile, YamlText.Scalar(keyFile), "");

    // What stands in the list already is not written twice.
    private static string AddToList(string name, string? text, string key, string value)
    {
        var before = Open(name, text);
        var item = YamlText.Meaning(Scalar(value));
        if (EditedDocument.Items(EditedDocument.Find(before.Root, key)).Contains(item)) return before.Text;
        var expected = before.Expect(key, old => [.. EditedDocument.Items(old), item]);
        return ScalarListInsertion.Into(before.Text, before.Root, key, YamlText.Scalar(value)) is { } edit ? Checked(name, edit.Apply(before.Text), expected) : throw Unsafe(name);
    }

    private static string SetScalar(string name, string? text, string key, string value, string yaml, string comment)
    {
        var before = Open(name, text);
        var edit = ScalarInsertion.Of(before.Text, before.Root, key, yaml, comment);
        return Checked(name, edit.Apply(before.Text), before.ExpectScalar(key, value));
    }

    private static EditedDocument Open(string name, string? text)
    {
        text = string.IsNullOrEmpty(text) ? Header : text;
        // A broken file is not made longer.
        ConfigurationReader.Read(name, ConfigurationLayer.Project, "", text);
        return new EditedDocument(text, YamlTree.Parse(name, text) as YamlMapping);
    }

    private static string Meaning(NewIgnore ignore) =>
        $"{{{string.Join(',', ignore.Entries.Select(entry => $"{YamlText.Meaning(Scalar(entry.Key))}:{YamlText.Meaning(Scalar(entry.Value))}"))}}}";

    private static YamlScalar Scalar(string value) => new(value, false, default, 0, 0);

    private static string Checked(string name, string text, IReadOnlySet<string> expected)
    {
        ConfigurationReader.Read(name, ConfigurationLayer.Project, "", text);
        if (EditedDocument.Says(YamlTree.Parse(name, text) as YamlMapping).SetEquals(expected)) return text;
        throw Unsafe(name);
    }

    private static ConfigurationException Unsafe(string name) =>
        new(new ConfigurationProblem(new SourcePosition(name, 1, 1), "the file is laid out in a way that cannot be changed safely; change it by hand"));
}

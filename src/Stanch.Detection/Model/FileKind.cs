namespace Stanch.Detection.Model;

/// <summary>What kind of file a path names, as far as it says what a value in it is.</summary>
internal enum FileKind
{
    Other,
    Code,
    Script,
    Settings,
    Yaml,
    Json,
    Markup,
    Prose,
    Translation,
    Integrity,
    Minified,
}

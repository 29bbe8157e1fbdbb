namespace Stanch.Catalogue.Format.Yaml;

/// <summary>Text that is not the YAML we read; reported, never seen by callers of the readers.</summary>
internal sealed class YamlProblem(string message, int line, int column) : Exception(message)
{
    public int Line => line;
    public int Column => column;
}

namespace Stanch.Catalogue.Format.Yaml;

/// <summary>A piece of YAML and where it starts. A closed type.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
internal abstract record YamlNode(int Line, int Column)
{
    /// <summary>What it is, as an error says it.</summary>
    public abstract string Kind { get; }

    /// <summary>A text, number, truth value or nothing.</summary>
    /// <param name="IsPlain">Written without quotes, so that <c>null</c> and <c>true</c> are not text.</param>
    internal sealed record Scalar(string Value, bool IsPlain, int Line, int Column) : YamlNode(Line, Column)
    {
        public bool IsNull => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";
        public override string Kind => IsNull ? "nothing" : $"'{(Value.Length > 40 ? Value[..40] + "…" : Value)}'";
    }

    internal sealed record List(IReadOnlyList<YamlNode> Items, int Line, int Column) : YamlNode(Line, Column)
    {
        public override string Kind => "a list";
    }

    internal sealed record Mapping(IReadOnlyList<(Scalar Key, YamlNode Value)> Entries, int Line, int Column) : YamlNode(Line, Column)
    {
        public override string Kind => "a mapping";
    }
}

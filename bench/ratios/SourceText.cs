using System.Text;

namespace Stanch.Bench.Ratios;

/// <summary>Text that looks like source, the same at each run: one name in a hundred is a credential's.</summary>
internal sealed class SourceText
{
    private static readonly string[] Words =
        ["account", "add", "buffer", "build", "change", "check", "config", "connect", "content", "count", "create", "data", "default", "document", "element", "entry", "error", "event", "field", "file", "filter", "format",
         "group", "handle", "header", "image", "index", "input", "item", "label", "layer", "length", "line", "list", "load", "message", "model", "module", "name", "node", "number", "object", "offset", "order", "output", "page",
         "parent", "path", "position", "query", "range", "record", "render", "report", "request", "result", "root", "script", "section", "server", "session", "size", "source", "state", "status", "stream", "table", "target",
         "text", "thread", "title", "total", "tree", "update", "user", "value", "version", "width", "window", "worker"];

    private static readonly string[] Credentials = ["password", "secret", "token", "key"];

    private readonly Random _random = new(1);
    private readonly string[] _lines;

    public SourceText() => _lines = [.. Enumerable.Range(0, 20_000).Select(_ => Line())];

    public byte[] Lines(int count) => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, count).Select(_ => Pick(_lines))));

    private string Line() => new string(' ', 4 * _random.Next(5)) + _random.Next(5) switch
    {
        0 => $"{Name()} = {Name()}({Name()}, {_random.Next(9999)});\n",
        1 => $"if ({Name()}.{Name()} != null && {Name()} > {_random.Next(99)}) {{\n",
        2 => $"throw new Error(\"the {Name()} of {Name()} has no {Name()}\");\n",
        3 => $"// {Pick(Words)} {Pick(Words)} {Pick(Words)} {Pick(Words)} {Pick(Words)} {Pick(Words)}\n",
        _ => $"return this.{Name()}.{Name()};\n",
    };

    private string Name() => $"{Pick(Words)}_{(_random.Next(100) == 0 ? Pick(Credentials) : Pick(Words))}";

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}

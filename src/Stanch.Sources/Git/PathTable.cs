using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Stanch.Sources.Git;

/// <summary>Paths by number. A path is bytes, whatever they are; only what is shown becomes text. Safe for many threads.</summary>
internal sealed class PathTable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<byte[], int> _numbers = new(ByteComparer.Instance);
    private readonly List<byte[]> _paths = [];

    public int Count => _paths.Count;

    public int NumberOf(ReadOnlySpan<byte> path)
    {
        lock (_gate)
        {
            var lookup = _numbers.GetAlternateLookup<ReadOnlySpan<byte>>();
            if (lookup.TryGetValue(path, out var number)) return number;
            var bytes = path.ToArray();
            _paths.Add(bytes);
            return _numbers[bytes] = _paths.Count - 1;
        }
    }

    public byte[] Bytes(int number) => _paths[number];

    public string Text(int number) => Text(_paths[number]);

    /// <summary>The path as text: UTF-8, and <c>\xNN</c> for every byte that is none, so that two paths never look the same.</summary>
    public static string Text(ReadOnlySpan<byte> path)
    {
        if (Utf8.IsValid(path)) return Encoding.UTF8.GetString(path);
        var text = new StringBuilder(path.Length);
        while (path.Length > 0)
        {
            var isText = Rune.DecodeFromUtf8(path, out var rune, out var used) == OperationStatus.Done;
            text.Append(isText ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\x{path[0]:x2}"));
            path = path[(isText ? used : 1)..];
        }
        return text.ToString();
    }
}

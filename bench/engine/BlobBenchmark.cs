using System.Text;
using BenchmarkDotNet.Attributes;
using Stanch.Catalogue;
using Stanch.Detection.Scanning;

namespace Stanch.Bench.Engine;

/// <summary>A megabyte of source text that holds no secret: what nearly every blob is. The column "Allocated" must read 0 B.</summary>
[MemoryDiagnoser, InProcess]
public class BlobBenchmark
{
    private const int Size = 1 << 20;
    private readonly byte[] _source = Repeat("public int Count(string text) => text.Length; // the number of characters in the line\n");
    private readonly byte[] _names = Repeat("if (password is null) { return Check(token, secret); } // the key is read before\n");
    private readonly byte[] _copy = new byte[Size];
    private readonly ScanSession _session = new(new Scanner(BuiltInCatalogue.Detectors));
    private readonly Provenance _place = new Provenance.File("Source.cs");

    [Benchmark(Baseline = true, Description = "copy the megabyte")]
    public void Copy() => _source.CopyTo(_copy, 0);

    [Benchmark(Description = "no keyword in it")]
    public void WithoutKeywords() => _session.Accept(new Blob(_source, _place));

    [Benchmark(Description = "a keyword on every line, no secret")]
    public void WithKeywords() => _session.Accept(new Blob(_names, _place));

    private static byte[] Repeat(string line)
    {
        var text = new StringBuilder(Size + line.Length);
        while (text.Length < Size)
        {
            text.Append(line);
        }

        return Encoding.ASCII.GetBytes(text.ToString(0, Size));
    }
}

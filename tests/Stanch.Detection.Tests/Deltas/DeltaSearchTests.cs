using System.Text;
using System.Text.RegularExpressions;
using Stanch.Detection.Deltas;
using Stanch.Detection.Scanning;
using Stanch.Detection.Tests.Scanning;

namespace Stanch.Detection.Tests.Deltas;

/// <summary>A blob searched along its delta gives what it gives when it is searched whole, and remembers the same for those made from it.</summary>
public sealed partial class DeltaSearchTests
{
    private static readonly DetectorFilters Open = new(Entropy: 0, Placeholder: false, Words: false);

    /// <summary>Whether it matches is decided a kilobyte behind its keyword.</summary>
    private static readonly Detector Far = new()
    {
        Id = "far-token",
        Name = "Far token",
        Provider = "far",
        Severity = Severity.High,
        Keywords = ["far_"],
        Filters = Open,
        Pattern = new DetectorPattern(FarPattern) { MinLength = 12, MaxLength = 2048, AnchorOffset = 0 },
    };

    /// <summary>The same on both sides of the keyword.</summary>
    private static readonly Detector FarAround = new()
    {
        Id = "wide-token",
        Name = "Wide token",
        Provider = "wide",
        Severity = Severity.High,
        Keywords = ["-wide-"],
        Filters = Open,
        Pattern = new DetectorPattern(FarAroundPattern) { MinLength = 12, MaxLength = 1024 },
    };

    /// <summary>Text in the value's place decides, not its length.</summary>
    private static readonly Detector LongAssigned = new()
    {
        Id = "long-key",
        Name = "Long key",
        Provider = "long",
        Severity = Severity.High,
        Keywords = ["long_key"],
        Context = DetectorContext.Assigned,
        Filters = Open,
        Pattern = new DetectorPattern(LongPattern) { MinLength = 600, MaxLength = 3000 },
    };

    private static readonly Scanner Engine = new([.. Detectors.All, Detectors.Key, Detectors.Manifest, Far, FarAround, LongAssigned]);

    private static readonly string[] Hard =
    [
        "password = `", "`", "\"\"\"", "passwd: '''", "'''", "password: \"", "\"", "'", "far_aaaaaaaaaaaaaaaa", "!", "aaaaaaaaaaaaaaaaaaaaaa", "-wide-", "<", ">", "long_key = \"", "long_key = `",
        "\" == password", "\" ==      password", "      ", "\\", "\\u0041", "\\x70\\x61", "%41%42", "&#112;", "=3D", "\" +\n\"", "cGFzc3dvcmQ6IGh1bnRlcjI=", "QUtJQUlPU0ZPRE5ON0VYQU1QTEU", "70617373776f72643d",
        "kind: Secret\ndata:\n  key: aHVudGVyMmh1bnRlcg==\n", "  key: aHVudGVyMmh1bnRlcg==\n", "\0", "\uFEFF", "| password | ", "**password:** ", "password ? x : \"", "password = getenv(\"X\", \"",
    ];

    private static readonly string[] Fillings = ["a line of filler\n", "y.", "        ", "aaaa ", "{ return x; }\r\n", "z9Z+"];

    private static readonly Gen<string> Filling = Gen.Select(Gen.Int[0, 5], Gen.Int[1, 60]).Select((kind, count) => string.Concat(Enumerable.Repeat(Fillings[kind], count)));

    private static readonly Gen<string> Text = Gen.Frequency((3, Samples.Filler), (3, Filling), (1, Samples.Secret), (2, Gen.Int[0, Hard.Length - 1].Select(i => Hard[i]))).Array[20, 120].Select(string.Concat);

    /// <summary>Where in its base (in thousandths) a copy starts, how much it skips or goes back, how long it is, and what is inserted behind it.</summary>
    private static readonly Gen<(int At, int Skip, int Length, string Insert)> Instruction = Gen.Select(
        Gen.Frequency((4, Gen.Const(-1)), (1, Gen.Int[0, 1000])),
        Gen.Frequency((3, Gen.Int[0, 3]), (2, Gen.Int[-60, 60]), (1, Gen.Int[-3000, 3000])),
        Gen.Frequency((3, Gen.Int[600, 6000]), (1, Gen.Int[1, 600])),
        Gen.Frequency((2, Gen.Const("")), (2, Gen.Int[0, Hard.Length - 1].Select(i => Hard[i])), (1, Samples.Secret), (1, Samples.Filler)));

    [Fact]
    public void ABlobMadeFromAnotherGivesWhatItGivesWhole() => Gen.Select(Text, Instruction.Array[1, 8].Array[1, 4]).Sample(
        (text, deltas) =>
        {
            var content = Encoding.UTF8.GetBytes(text);
            var fast = new ScanScratch();
            Engine.Find(content, new BlobOrigin { IsBase = true }, fast, out var trace);
            foreach (var delta in deltas)
            {
                var (made, copies) = Make(content, delta);
                var found = Describe(Engine.Find(made, new BlobOrigin { Base = trace, Copies = copies, IsBase = true }, fast, out var made1));
                found.ShouldBe(Describe(Engine.Find(made, new BlobOrigin { IsBase = true }, new ScanScratch(), out var whole)));
                ShouldBeTheSame(made1, whole);
                (content, trace) = (made, made1);
            }
        },
        iter: 400);

    [Fact]
    public void OnlyWhatIsNewIsSearched()
    {
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(i => $"line {i} of a text\n")));
        var scratch = new ScanScratch();
        Engine.Find(content, new BlobOrigin { IsBase = true }, scratch, out var trace);
        scratch.Searched.ShouldBe(content.Length);
        byte[] made = [.. content[..50_000], .. "password: hunter2hunter7\n"u8, .. content[50_000..]];
        CopiedPart[] copies = [new(0, 50_000, 0), new(50_025, content.Length - 50_000, 50_000)];
        Engine.Find(made, new BlobOrigin { Base = trace, Copies = copies }, scratch, out var none).ShouldHaveSingleItem().Location.Line.ShouldBeGreaterThan(2000);
        none.ShouldBeNull();
        scratch.Searched.ShouldBeLessThan(2000);
    }

    [Fact]
    public void ATraceOfAnotherEngineIsNotUsed()
    {
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a line of filler\n", 500)));
        var scratch = new ScanScratch();
        Engine.Find(content, new BlobOrigin { IsBase = true }, scratch, out var trace);
        new Scanner([Detectors.Token]).Find(content, new BlobOrigin { Base = trace, Copies = [new CopiedPart(0, content.Length, 0)] }, scratch, out _);
        scratch.Searched.ShouldBe(content.Length);
    }

    private static (byte[] Made, CopiedPart[] Copies) Make(byte[] from, (int At, int Skip, int Length, string Insert)[] delta)
    {
        var made = new List<byte>();
        var copies = new List<CopiedPart>();
        var position = 0;
        foreach (var (at, skip, length, insert) in delta)
        {
            position = Math.Clamp((at < 0 ? position : (int)((long)from.Length * at / 1000)) + skip, 0, from.Length);
            var copied = Math.Min(length, from.Length - position);
            if (copied > 0)
            {
                copies.Add(new CopiedPart(made.Count, copied, position));
                made.AddRange(from.AsSpan(position, copied));
            }

            position += copied;
            made.AddRange(Encoding.UTF8.GetBytes(insert));
        }

        return ([.. made], [.. copies]);
    }

    private static string[] Describe(List<Candidate> candidates) =>
        [.. candidates.Select(c => $"{Detectors.Describe(c)} {c.Start}-{c.End} {c.Assignment} {c.Piece} {Convert.ToHexString(c.Features ?? [])} {c.IsConvincing} {c.IsKept} {c.IsWeighed} {c.ReadsAsExpression}")];

    private static void ShouldBeTheSame(BlobTrace? fast, BlobTrace? whole)
    {
        (fast is null).ShouldBe(whole is null);
        if (fast is null || whole is null)
        {
            return;
        }

        fast.Length.ShouldBe(whole.Length);
        fast.Hits.ShouldBe(whole.Hits);
        fast.Signs.ShouldBe(whole.Signs);
        fast.Runs.ShouldBe(whole.Runs);
    }

    [GeneratedRegex(@"\Afar_[a-z .]{8,2000}!")]
    private static partial Regex FarPattern();

    [GeneratedRegex("<[^<>!]{0,500}-wide-[^<>!]{0,500}>")]
    private static partial Regex FarAroundPattern();

    [GeneratedRegex("[a-z .]{600,3000}")]
    private static partial Regex LongPattern();
}

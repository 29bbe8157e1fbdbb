using System.Globalization;
using System.Text;
using Stanch.Detection;

namespace Stanch.Sources.Tests.Git.Packs;

/// <summary>Stores that the real git wrote in every way it knows: ours reads from them what <c>git cat-file</c> lists.</summary>
public sealed class StoreReaderTests
{
    [Theory]
    [InlineData("loose", "")]
    [InlineData("packed", "repack -adfq")]
    [InlineData("long chains", "repack -adfq --depth=500 --window=200")]
    [InlineData("no deltas", "repack -adfq --depth=0 --window=0")]
    [InlineData("bases by name", "-c repack.useDeltaBaseOffset=false repack -adfq")]
    [InlineData("old index", "-c pack.indexVersion=1 repack -adfq")]
    [InlineData("hardly compressed", "-c pack.compression=0 repack -adfq")]
    [InlineData("shared index", "repack -adfq --write-midx")]
    public void EveryObjectIsReadAndIsWhatItsNameSays(string _, string command)
    {
        using var here = new Sandbox(bare: true);
        Fill(here, seed: 1);
        if (command.Length > 0) here.Git(command.Split(' '));
        Check(here);
    }

    [Fact]
    public void SeveralPacksLooseObjectsAndASharedIndexAreOneStore()
    {
        using var here = new Sandbox(bare: true);
        for (var seed = 0; seed < 4; seed++)
        {
            Fill(here, seed);
            here.Git("repack", "-dq");
        }

        var listed = Listed(here);
        here.Git("multi-pack-index", "write");
        foreach (var index in Directory.GetFiles(here.In("objects", "pack"), "*.idx").Take(2)) File.Delete(index);
        var loose = here.GitWithInput("loose", "hash-object", "-w", "--stdin");

        var read = ReadObjects.Of(here.In("objects"));

        read.Named.Keys.Order().ShouldBe(listed.Append(loose).Order());
        read.Named.ShouldAllBe(pair => pair.Key == pair.Value);
    }

    [Fact]
    public void ASha256StoreIsRead()
    {
        using var here = new Sandbox("sha256", bare: true);
        Fill(here, seed: 5);
        here.Git("repack", "-adfq");
        Check(here, idLength: 32);
    }

    [Fact]
    public void BorrowedStoresAreReadThroughTheirOwnBorrowing()
    {
        using var first = new Sandbox(bare: true);
        Fill(first, seed: 6);
        first.Git("repack", "-adfq");
        using var second = new Sandbox(bare: true);
        Fill(second, seed: 7);
        Directory.CreateDirectory(second.In("objects", "info"));
        File.WriteAllText(second.In("objects", "info", "alternates"), first.In("objects") + "\n");
        using var third = new Sandbox(bare: true);
        Fill(third, seed: 8);
        Directory.CreateDirectory(third.In("objects", "info"));
        File.WriteAllText(third.In("objects", "info", "alternates"), $"# borrowed\n{Path.GetRelativePath(third.In("objects"), second.In("objects"))}\n");

        var read = ReadObjects.Of(third.In("objects"));

        read.Named.Keys.Order().ShouldBe(Listed(first).Concat(Listed(second)).Concat(Listed(third)).Distinct().Order());
        read.Named.ShouldAllBe(pair => pair.Key == pair.Value);
    }

    [Fact]
    public void AStoreThatBorrowsFromItselfEnds()
    {
        using var here = new Sandbox(bare: true);
        Fill(here, seed: 9);
        Directory.CreateDirectory(here.In("objects", "info"));
        File.WriteAllText(here.In("objects", "info", "alternates"), ".\n../objects\n/nowhere\n");
        Check(here, faults: 1);
    }

    [Fact]
    public void RandomHistoriesAreReadWhole() => Gen.Select(Gen.Int, Gen.Int[1, 300], Gen.Int[2, 100], Gen.Bool, Gen.Int[1, 4]).Sample(
        (seed, depth, window, byOffset, jobs) =>
        {
            using var here = new Sandbox(bare: true);
            Fill(here, seed);
            here.Git("-c", $"repack.useDeltaBaseOffset={byOffset}", "repack", "-adfq", $"--depth={depth}", $"--window={window}");
            Fill(here, seed + 1);
            Check(here, jobs: jobs);
        },
        iter: 12, threads: 1);

    // Whatever a byte is turned into: nothing is thrown, nothing hangs, and no damaged content of a pack is delivered. A name that the index has wrong is git's word too.
    [Fact]
    public void DamageIsNeverDeliveredAsContent()
    {
        using var here = new Sandbox(bare: true);
        Fill(here, seed: 3);
        here.Git("-c", "core.compression=1", "repack", "-adfq", "--write-midx");
        var files = Directory.GetFiles(here.In("objects", "pack")).Where(path => Path.GetExtension(path) is ".pack" or ".idx" || Path.GetFileName(path) == "multi-pack-index")
            .ToDictionary(path => path, File.ReadAllBytes);
        Gen.Select(Gen.Int[0, files.Count - 1], Gen.Double[0, 1], Gen.Byte, Gen.Int[0, 3], Gen.Int[0, 40]).Sample(
            (file, at, value, kind, length) =>
            {
                var (path, bytes) = files.ElementAt(file);
                var position = (int)(at * (bytes.Length - 1));
                byte[] damaged = kind switch
                {
                    0 => [.. bytes[..position], value, .. bytes[(position + 1)..]],
                    1 => bytes[..position],
                    2 => [.. bytes[..position], .. Enumerable.Repeat(value, length), .. bytes[position..]],
                    _ => [.. bytes[..Math.Min(position, 64)], value, .. bytes[(Math.Min(position, 64) + 1)..]],
                };
                Overwrite(path, damaged);
                try
                {
                    var read = ReadObjects.Of(here.In("objects"));
                    if (Path.GetExtension(path) == ".pack") read.Named.ShouldAllBe(pair => pair.Key == pair.Value);
                }
                catch (NotSupportedException)
                {
                    // A version that nobody has written: git's own reader is asked instead.
                }
                finally
                {
                    Overwrite(path, bytes);
                }
            },
            iter: 300, threads: 1);
        Check(here);
    }

    [Fact]
    public void DeltasThatLeadInACircleAreDamage()
    {
        using var here = new Sandbox(bare: true);
        Fill(here, seed: 4);
        here.Git("-c", "repack.useDeltaBaseOffset=false", "repack", "-adfq");
        var pack = Directory.GetFiles(here.In("objects", "pack"), "*.pack").Single();
        var lines = here.Git("verify-pack", "-v", pack[..^5] + ".idx").Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(parts => parts.Length == 7).ToArray();
        var victim = lines[0];
        var bytes = File.ReadAllBytes(pack);
        // The base's name stands behind the entry's header: it is made the entry's own.
        var offset = int.Parse(victim[4], CultureInfo.InvariantCulture);
        while ((bytes[offset] & 0x80) != 0) offset++;
        Convert.FromHexString(victim[0]).CopyTo(bytes, offset + 1);
        Overwrite(pack, bytes);

        var read = ReadObjects.Of(here.In("objects"));

        read.NotRead.ShouldContainKeyAndValue(victim[0], GapKind.Corrupt);
        read.Named.ShouldAllBe(pair => pair.Key == pair.Value);
    }

    private static void Check(Sandbox here, int idLength = 20, int jobs = 2, int faults = 0)
    {
        var read = ReadObjects.Of(here.In("objects"), idLength, jobs);
        read.NotRead.ShouldBeEmpty();
        read.Faults.Count.ShouldBe(faults);
        read.Named.Keys.Order().ShouldBe(Listed(here).Order());
        read.Named.ShouldAllBe(pair => pair.Key == pair.Value);
    }

    private static string[] Listed(Sandbox here) =>
        here.Git("cat-file", "--batch-all-objects", "--batch-check=%(objectname)").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    // Versions of a few files that share most of their lines, so that git makes deltas of them.
    private static void Fill(Sandbox here, int seed)
    {
        var random = new Random(seed);
        var lines = Enumerable.Range(0, 200).Select(i => $"line {i} {random.Next()}").ToList();
        var text = new StringBuilder();
        for (var i = 0; i < 30; i++)
        {
            for (var edit = random.Next(1, 6); edit > 0; edit--) lines[random.Next(lines.Count)] = $"edited {random.Next()}";
            if (random.Next(3) == 0) lines.Insert(random.Next(lines.Count), new string((char)('a' + random.Next(26)), random.Next(1, 300)));
            var content = string.Join('\n', lines);
            text.Append(CultureInfo.InvariantCulture, $"commit refs/heads/s{seed}\ncommitter Ada <ada@example.com> {1_700_000_000 + i} +0000\ndata 4\nn{i:000}\nM 100644 inline dir/f{random.Next(3)}\ndata {content.Length}\n{content}\n\n");
        }

        text.Append("done\n");
        here.GitWithInput(text.ToString(), "-c", "fastimport.unpackLimit=100000", "fast-import", "--quiet", "--done", "--date-format=raw", "--force");
    }

    private static void Overwrite(string path, byte[] bytes)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllBytes(path, bytes);
    }
}

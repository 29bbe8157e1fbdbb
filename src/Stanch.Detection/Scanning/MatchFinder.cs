using System.Runtime.InteropServices;
using Stanch.Detection.Assignments;
using Stanch.Detection.Deltas;

namespace Stanch.Detection.Scanning;

/// <summary>
/// Steps 2 and 3 of a scan: keywords over the whole content, then each detector's pattern in a window around its keyword. Allocates only when a
/// pattern matches.
/// </summary>
internal sealed class MatchFinder(IReadOnlyList<Detector> detectors, KeywordIndex[] indexes)
{
    /// <summary>How far from its keyword a secret of context <c>near</c> may start, in bytes.</summary>
    public const int NearReach = 512;

    private const int NearLines = 3;
    private const int WordsPerByte = 4;
    private readonly SearchedDetector?[] _wanted = new SearchedDetector?[detectors.Count];

    /// <summary>The keywords, and who waits for them.</summary>
    public IReadOnlyList<KeywordIndex> Indexes => indexes;

    /// <summary>Length in bytes of the longest keyword.</summary>
    public int LongestKeyword { get; } = indexes.Select(index => index.Automaton.LongestKeyword).DefaultIfEmpty().Max();

    /// <summary>Fills <see cref="ScanScratch.Matches"/> with every match in <paramref name="content"/>.</summary>
    /// <param name="binary">Only formats that are specific by themselves are looked for.</param>
    public void Find(ReadOnlySpan<byte> content, bool binary, ScanScratch scratch)
    {
        scratch.Start(detectors.Count);
        for (var index = 0; index < indexes.Length; index++)
        {
            FindBetween(content, index, 0, content.Length, binary, scratch);
        }

        NoteMatched(scratch);
    }

    /// <summary>The same for a blob that was made from another, whose trace says where in the parts that they share something is to be found.</summary>
    public void Find(ReadOnlySpan<byte> content, DeltaPlan plan, ScanScratch scratch)
    {
        scratch.Start(detectors.Count);
        for (var index = 0; index < indexes.Length; index++)
        {
            foreach (var span in CollectionsMarshal.AsSpan(plan.Keywords))
            {
                if (span.IsKept)
                {
                    ConfirmKept(content, index, span, plan.Base.Hits, scratch);
                }
                else
                {
                    FindBetween(content, index, span.From, span.To, binary: false, scratch);
                }
            }
        }

        NoteMatched(scratch);
    }

    private void FindBetween(ReadOnlySpan<byte> content, int index, int from, int to, bool binary, ScanScratch scratch)
    {
        for (var start = from; start < to; start += Matching.HitBuffer.ChunkBytes)
        {
            indexes[index].Automaton.Scan(content, start, Math.Min(to, start + Matching.HitBuffer.ChunkBytes), scratch.Hits);
            ConfirmHits(content, index, binary, scratch);
        }
    }

    private void ConfirmKept(ReadOnlySpan<byte> content, int index, DeltaSpan span, ReadOnlySpan<KeptHit> hits, ScanScratch scratch)
    {
        foreach (var known in hits[FirstPlace.In(hits, index, span.From + span.Shift)..FirstPlace.In(hits, index, span.To + span.Shift)])
        {
            var hit = known with { Last = known.Last - span.Shift };
            if (Confirm(content, hit.Detector, hit.Last + 1 - hit.KeywordLength, hit.Last + 1, binary: false, scratch))
            {
                scratch.Trace?.Add(hit);
            }
        }
    }

    private static void NoteMatched(ScanScratch scratch)
    {
        foreach (var match in scratch.Matches)
        {
            scratch.Matched.Add(match.Detector);
        }
    }

    /// <summary>The matches that one keyword leads to by itself; in <see cref="ScanScratch.Matches"/> until the next call.</summary>
    public List<FoundMatch> MatchesOf(ReadOnlySpan<byte> content, int number, int keywordStart, int keywordEnd, bool binary, ScanScratch scratch)
    {
        scratch.Start(detectors.Count);
        Confirm(content, number, keywordStart, keywordEnd, binary, scratch);
        return scratch.Matches;
    }

    /// <summary>The detector of a number, with what is asked of it; two threads that meet make it twice, with the same result.</summary>
    public SearchedDetector Wanted(int number) => _wanted[number] ??= new SearchedDetector(detectors[number], number);

    private void ConfirmHits(ReadOnlySpan<byte> content, int index, bool binary, ScanScratch scratch)
    {
        foreach (var lane in scratch.Hits.Lanes)
        {
            for (var i = 0; i < lane.Count; i++)
            {
                var last = lane.Position(i);
                foreach (var entry in indexes[index].At(lane.State(i)))
                {
                    // A damaged table may report a keyword where there is no room for it.
                    if (last + 1 >= entry.KeywordLength && Confirm(content, entry.Detector, last + 1 - entry.KeywordLength, last + 1, binary, scratch))
                    {
                        scratch.Trace?.Add(new KeptHit(index, last, entry.KeywordLength, entry.Detector));
                    }
                }
            }
        }
    }

    // True where the hit led to something, or could if bytes beyond DeltaReach were others: in blobs made from this one it is looked at again.
    private bool Confirm(ReadOnlySpan<byte> content, int number, int keywordStart, int keywordEnd, bool binary, ScanScratch scratch)
    {
        var wanted = Wanted(number);
        return wanted.Context switch
        {
            DetectorContext.Inside when wanted.Reader is not null => ReadMatches(content, wanted, keywordStart, keywordEnd, scratch),
            DetectorContext.Inside when wanted.Pattern.AnchorOffset >= 0 => ConfirmAnchored(content, wanted, keywordStart - wanted.Pattern.AnchorOffset, scratch),
            DetectorContext.Inside => ConfirmAround(content, wanted, keywordStart, keywordEnd, scratch),
            DetectorContext.Assigned when !binary => ConfirmAssigned(content, wanted, keywordStart, keywordEnd, scratch),
            DetectorContext.Near when !binary => ConfirmNear(content, wanted, keywordStart, keywordEnd, scratch),
            _ => false,
        };
    }

    private static bool ReadMatches(ReadOnlySpan<byte> content, SearchedDetector wanted, int keywordStart, int keywordEnd, ScanScratch scratch)
    {
        var first = scratch.Matches.Count;
        wanted.Reader!.Read(content, wanted.Number, keywordStart, keywordEnd, scratch.Matches);
        for (var i = scratch.Matches.Count - 1; i >= first; i--)
        {
            var match = scratch.Matches[i];
            if (!scratch.Seen.Add((wanted.Number, match.SecretStart, match.SecretEnd)))
            {
                scratch.Matches.RemoveAt(i);
            }
        }

        return true;
    }

    private static bool ConfirmAnchored(ReadOnlySpan<byte> content, SearchedDetector wanted, int start, ScanScratch scratch)
    {
        var pattern = wanted.Pattern;
        if (start < 0 || (pattern.BoundaryBefore && start > 0 && IsWord(content[start - 1])) || !HasShape(content[start..], pattern.Shape.Span))
        {
            return pattern.AnchorOffset >= DeltaReach.Before || pattern.Shape.Length / WordsPerByte >= DeltaReach.After;
        }

        var window = content.Slice(start, Math.Min(pattern.MaxLength, content.Length - start));
        return (window.Length >= pattern.MinLength && AddMatches(content, wanted, start, window, default, scratch)) || wanted.LooksFar;
    }

    private static bool ConfirmAround(ReadOnlySpan<byte> content, SearchedDetector wanted, int keywordStart, int keywordEnd, ScanScratch scratch)
    {
        var pattern = wanted.Pattern;
        var start = Math.Max(0, keywordEnd - pattern.MaxLength);
        var end = Math.Min(content.Length, keywordStart + pattern.MaxLength);
        return (end - start >= pattern.MinLength && AddMatches(content, wanted, start, content[start..end], default, scratch)) || wanted.LooksFar;
    }

    private static bool ConfirmAssigned(ReadOnlySpan<byte> content, SearchedDetector wanted, int keywordStart, int keywordEnd, ScanScratch scratch)
    {
        if (!wanted.Detector.IsGeneric && !StartsWord(content, keywordStart))
        {
            return false;
        }

        if (!scratch.TryReadAssignment(content, keywordStart, keywordEnd, out var assignment) || assignment.ValueLength < wanted.Pattern.MinLength)
        {
            return scratch.Trace is not null && (wanted.LooksFar || scratch.MayBeLong(content, keywordStart, keywordEnd));
        }

        if (!wanted.Detector.IsGeneric)
        {
            AddMatches(content, wanted, assignment.ValueStart, assignment.Value(content), assignment, scratch);
        }
        else if (!scratch.IsNestedTooDeep(wanted.Number, assignment))
        {
            AddOnce(new FoundMatch(wanted.Number, assignment.ValueStart, assignment.ValueEnd, assignment.ValueStart, assignment.ValueEnd, 0, 0, assignment), scratch);
        }

        return true;
    }

    private static bool ConfirmNear(ReadOnlySpan<byte> content, SearchedDetector wanted, int keywordStart, int keywordEnd, ScanScratch scratch)
    {
        var pattern = wanted.Pattern;
        var before = content[Math.Max(0, keywordStart - NearReach)..keywordStart];
        var start = keywordStart - before.Length + before.LastIndexOf((byte)'\n') + 1;
        var end = keywordEnd;
        var limit = Math.Min(content.Length, keywordEnd + NearReach + pattern.MaxLength);
        for (var line = 0; line <= NearLines && end < limit; line++)
        {
            var next = content[end..limit].IndexOf((byte)'\n');
            end = next < 0 ? limit : end + next + 1;
        }

        return (end - start >= pattern.MinLength && AddMatches(content, wanted, start, content[start..end], default, scratch)) || wanted.LooksFar;
    }

    // True where there was a match, be it one that another keyword led to before.
    private static bool AddMatches(
        ReadOnlySpan<byte> content, SearchedDetector wanted, int windowStart, ReadOnlySpan<byte> window, Assignment assignment, ScanScratch scratch)
    {
        var pattern = wanted.Pattern;
        var found = false;
        var text = scratch.Widen(window);
        for (var from = 0; from <= text.Length && TryMatch(pattern, text, from, out var index, out var length);)
        {
            var start = windowStart + index;
            var end = start + length;
            if (!IsBounded(content, pattern, start, end))
            {
                // What failed may cover the start of one that holds.
                from = NextStart(content, pattern, start) - windowStart;
                continue;
            }

            if (length > 0 && (assignment.ValueLength == 0 || StandsAlone(content, assignment, start, end)))
            {
                AddOnce(WithGroups(wanted.Number, pattern, start, end, text.Slice(index, length), assignment), scratch);
                found = true;
            }

            from = index + Math.Max(1, length);
        }

        return found;
    }

    private static bool TryMatch(DetectorPattern pattern, ReadOnlySpan<char> text, int from, out int index, out int length)
    {
        foreach (var match in pattern.Regex.EnumerateMatches(text, from))
        {
            (index, length) = (match.Index, match.Length);
            return true;
        }

        (index, length) = (0, 0);
        return false;
    }

    private static bool IsBounded(ReadOnlySpan<byte> content, DetectorPattern pattern, int start, int end) =>
        !(pattern.BoundaryBefore && start > 0 && IsWord(content[start - 1]))
        && (end == content.Length || !(pattern.BoundaryAfter ? IsWord(content[end]) : GoesOn(pattern.Tail.Span, content[end])));

    private static bool GoesOn(ReadOnlySpan<ulong> tail, byte next) => !tail.IsEmpty && (tail[next >> 6] >> (next & 63) & 1) != 0;

    private static int NextStart(ReadOnlySpan<byte> content, DetectorPattern pattern, int start)
    {
        var next = start + 1;
        while (pattern.BoundaryBefore && next < content.Length && IsWord(content[next - 1]))
        {
            next++;
        }

        return next;
    }

    private static FoundMatch WithGroups(int number, DetectorPattern pattern, int start, int end, ReadOnlySpan<char> text, Assignment assignment)
    {
        if (!pattern.HasGroups)
        {
            return new FoundMatch(number, start, end, start, end, 0, 0, assignment);
        }

        var groups = pattern.Regex.Match(text.ToString()).Groups;
        var secret = groups["secret"];
        var id = groups["id"];
        var (secretStart, secretEnd) = secret.Success ? (start + secret.Index, start + secret.Index + secret.Length) : (start, end);
        var (idStart, idEnd) = id.Success ? (start + id.Index, start + id.Index + id.Length) : (0, 0);
        return new FoundMatch(number, start, end, secretStart, secretEnd, idStart, idEnd, assignment);
    }

    private static void AddOnce(FoundMatch match, ScanScratch scratch)
    {
        if (match.SecretEnd > match.SecretStart && scratch.Seen.Add((match.Detector, match.SecretStart, match.SecretEnd)))
        {
            scratch.Matches.Add(match);
        }
    }

    // The value is the secret, or names its kind before it ("Bearer …", "user:…"); a part of a path, an address or a longer word is something else.
    private static bool StandsAlone(ReadOnlySpan<byte> content, Assignment assignment, int start, int end) =>
        (start == assignment.ValueStart || content[start - 1] is (byte)' ' or (byte)':' or (byte)'=' or (byte)'"' or (byte)'\'' or >= 0x80)
        && (end == assignment.ValueEnd || content[end] is (byte)' ' or (byte)';' or (byte)',' or (byte)'&' or (byte)'"' or (byte)'\'' or (byte)'@' or (byte)')' or (byte)']' or (byte)'}' or (byte)'<' or (byte)'`' or (byte)'\\' or >= 0x80);

    private static bool HasShape(ReadOnlySpan<byte> bytes, ReadOnlySpan<ulong> shape)
    {
        var length = Math.Min(shape.Length / WordsPerByte, bytes.Length);
        ref var words = ref MemoryMarshal.GetReference(shape);
        for (var i = 0; i < length; i++)
        {
            var b = bytes[i];
            if ((System.Runtime.CompilerServices.Unsafe.Add(ref words, i * WordsPerByte + (b >> 6)) >> (b & 63) & 1) == 0)
            {
                return false;
            }
        }

        return true;
    }

    // A provider's name that is the end of another word is another's: "exa_api" in ALEXA_API_KEY, "endor_secret" in VENDOR_SECRET.
    internal static bool StartsWord(ReadOnlySpan<byte> content, int start)
    {
        if (start == 0 || !char.IsAsciiLetter((char)content[start - 1]) || !char.IsAsciiLetter((char)content[start]))
        {
            return true;
        }

        // myExaKey, HTTPExaKey, what follows an escaped line break ("\nEXA_KEY") or a flag of one letter (-Dexa.key).
        return (start > 1 && content[start - 2] is (byte)'\\' or (byte)'-')
            || (char.IsAsciiLetterUpper((char)content[start]) && (char.IsAsciiLetterLower((char)content[start - 1]) || (start + 1 < content.Length && char.IsAsciiLetterLower((char)content[start + 1]))));
    }

    private static bool IsWord(byte b) => char.IsAsciiLetterOrDigit((char)b) || b == (byte)'_';
}

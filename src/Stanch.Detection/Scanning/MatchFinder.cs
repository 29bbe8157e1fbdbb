using System.Runtime.InteropServices;
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

    /// <summary>
    /// True for a value with the fixed beginning of a provider's format (<c>ghr_</c>): its detector looked at it, and knows that it is too short, too long or damaged.
    /// </summary>
    /// <param name="value">Shorter than <see cref="Matching.HitBuffer.ChunkBytes"/>.</param>
    /// <param name="least">Fewest bytes of a beginning that says something.</param>
    public bool BeginsFormat(ReadOnlySpan<byte> value, int least, ScanScratch scratch)
    {
        foreach (var index in indexes)
        {
            index.Automaton.Scan(value, 0, value.Length, scratch.Hits);
            foreach (var lane in scratch.Hits.Lanes)
            {
                for (var i = 0; i < lane.Count; i++)
                {
                    foreach (var entry in index.At(lane.State(i)))
                    {
                        if (entry.KeywordLength >= least && lane.Position(i) + 1 == entry.KeywordLength
                            && Wanted(entry.Detector) is { Context: DetectorContext.Inside, Pattern: { AnchorOffset: 0 } pattern } && entry.KeywordLength <= pattern.PublicPrefix)
                        {
                            return true;
                        }
                    }
                }
            }
        }

        return false;
    }

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
        if (start < 0 || (pattern.BoundaryBefore && start > 0 && PatternSearch.IsWord(content[start - 1])) || !PatternSearch.HasShape(content[start..], pattern.Shape.Span))
        {
            return pattern.AnchorOffset >= DeltaReach.Before || pattern.Shape.Length / PatternSearch.WordsPerByte >= DeltaReach.After;
        }

        var window = content.Slice(start, Math.Min(pattern.MaxLength, content.Length - start));
        return (window.Length >= pattern.MinLength && PatternSearch.AddMatches(content, wanted, start, window, default, scratch)) || wanted.LooksFar;
    }

    private static bool ConfirmAround(ReadOnlySpan<byte> content, SearchedDetector wanted, int keywordStart, int keywordEnd, ScanScratch scratch)
    {
        var pattern = wanted.Pattern;
        var start = Math.Max(0, keywordEnd - pattern.MaxLength);
        var end = Math.Min(content.Length, keywordStart + pattern.MaxLength);
        return (end - start >= pattern.MinLength && PatternSearch.AddMatches(content, wanted, start, content[start..end], default, scratch)) || wanted.LooksFar;
    }

    private static bool ConfirmAssigned(ReadOnlySpan<byte> content, SearchedDetector wanted, int keywordStart, int keywordEnd, ScanScratch scratch)
    {
        if (!wanted.IsGeneric && !StartsWord(content, keywordStart))
        {
            return false;
        }

        if (!scratch.TryReadAssignment(content, keywordStart, keywordEnd, out var assignment) || assignment.ValueLength < wanted.Pattern.MinLength)
        {
            return scratch.Trace is not null && (wanted.LooksFar || scratch.MayBeLong(content, keywordStart, keywordEnd));
        }

        if (!wanted.IsGeneric)
        {
            PatternSearch.AddMatches(content, wanted, assignment.ValueStart, assignment.Value(content), assignment, scratch);
        }
        else if (!scratch.IsNestedTooDeep(wanted.Number, assignment))
        {
            PatternSearch.AddOnce(new FoundMatch(wanted.Number, assignment.ValueStart, assignment.ValueEnd, assignment.ValueStart, assignment.ValueEnd, 0, 0, assignment), scratch);
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

        return (end - start >= pattern.MinLength && PatternSearch.AddMatches(content, wanted, start, content[start..end], default, scratch)) || wanted.LooksFar;
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
}

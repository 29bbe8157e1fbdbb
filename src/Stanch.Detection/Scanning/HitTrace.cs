namespace Stanch.Detection.Scanning;

/// <summary>A detector's keyword in the content, and the matches that it led to.</summary>
internal readonly record struct HitTrace(int Detector, int KeywordStart, int KeywordEnd, Gate Gate, FoundMatch[] Matches);

using Stanch.Detection.Assignments;

namespace Stanch.Detection.Scanning;

/// <summary>A span that a pattern hit, before any filter. Offsets into the content that was searched.</summary>
internal readonly record struct FoundMatch(int Detector, int Start, int End, int SecretStart, int SecretEnd, int IdStart, int IdEnd, Assignment Assignment)
{
    public ReadOnlySpan<byte> Secret(ReadOnlySpan<byte> content) => content[SecretStart..SecretEnd];

    public bool HasId => IdEnd > IdStart;
}

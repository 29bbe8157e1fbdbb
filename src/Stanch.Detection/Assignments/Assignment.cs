namespace Stanch.Detection.Assignments;

/// <summary>A name and the value it is given, as offsets into the blob.</summary>
/// <param name="Separator">What stands between them.</param>
/// <param name="Quoted">The value stood in quotes (which are not part of it).</param>
internal readonly record struct Assignment(int NameStart, int NameEnd, int ValueStart, int ValueEnd, Separator Separator, bool Quoted)
{
    public int ValueLength => ValueEnd - ValueStart;

    public ReadOnlySpan<byte> Name(ReadOnlySpan<byte> content) => content[NameStart..NameEnd];

    public ReadOnlySpan<byte> Value(ReadOnlySpan<byte> content) => content[ValueStart..ValueEnd];
}

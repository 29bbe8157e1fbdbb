namespace Stanch.Catalogue.Format.Dialect;

/// <summary>A part of a pattern. A closed type.</summary>
internal abstract record PatternNode
{
    private PatternNode() { }

    /// <summary>Fewest bytes it reads.</summary>
    public abstract long MinLength { get; }

    /// <summary>Most bytes it reads.</summary>
    public abstract long MaxLength { get; }

    /// <summary>One byte of a set.</summary>
    /// <param name="Bytes">Which.</param>
    /// <param name="Position">The character of the pattern that it comes from, 1-based; 0 where it has none.</param>
    internal sealed record One(ByteSet Bytes, int Position = 0) : PatternNode
    {
        public override long MinLength => 1;
        public override long MaxLength => 1;
    }

    /// <summary>Parts one after the other; none at all matches the empty text.</summary>
    internal sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode
    {
        public override long MinLength => Parts.Sum(part => part.MinLength);
        public override long MaxLength => Parts.Sum(part => part.MaxLength);
    }

    /// <summary>One of several, the first that fits.</summary>
    internal sealed record Choice(IReadOnlyList<PatternNode> Options) : PatternNode
    {
        public override long MinLength => Options.Min(option => option.MinLength);
        public override long MaxLength => Options.Max(option => option.MaxLength);
    }

    /// <summary>A part several times, as often as possible.</summary>
    internal sealed record Repeat(PatternNode Part, int Min, int Max) : PatternNode
    {
        public override long MinLength => Part.MinLength * Min;
        public override long MaxLength => Part.MaxLength * Max;
    }

    /// <summary>A part whose text is kept: <c>secret</c> or <c>id</c>.</summary>
    internal sealed record Group(string Name, PatternNode Part) : PatternNode
    {
        public override long MinLength => Part.MinLength;
        public override long MaxLength => Part.MaxLength;
    }
}

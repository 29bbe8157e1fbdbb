namespace Stanch.Policy.Imports.Patterns;

/// <summary>A piece of a regular expression in Go's syntax (https://pkg.go.dev/regexp/syntax).</summary>
internal abstract record GoNode
{
    /// <summary>One character.</summary>
    public sealed record Literal(char Value, bool IgnoreCase) : GoNode;

    /// <summary>A set of characters.</summary>
    /// <param name="IsNegated">Whether it is all others.</param>
    /// <param name="Ranges">Its members.</param>
    /// <param name="Shorthands">Letters of <c>\d \w \s</c> that are members.</param>
    /// <param name="IgnoreCase">Whether case does not count.</param>
    public sealed record Set(bool IsNegated, IReadOnlyList<(char First, char Last)> Ranges, string Shorthands, bool IgnoreCase) : GoNode;

    /// <summary><c>.</c></summary>
    public sealed record AnyOne : GoNode;

    /// <summary><c>^</c>, <c>\A</c></summary>
    public sealed record Start : GoNode;

    /// <summary><c>$</c>, <c>\z</c></summary>
    public sealed record End : GoNode;

    /// <summary><c>\b</c></summary>
    public sealed record Boundary : GoNode;

    /// <summary>A group.</summary>
    /// <param name="Index">Its number; null where it captures nothing.</param>
    public sealed record Group(int? Index, GoNode Body) : GoNode;

    public sealed record Sequence(IReadOnlyList<GoNode> Items) : GoNode;

    public sealed record Alternation(IReadOnlyList<GoNode> Options) : GoNode;

    /// <param name="Most">Null for no limit.</param>
    public sealed record Repeat(GoNode Item, int Least, int? Most, bool IsLazy) : GoNode;

    private GoNode() { }
}

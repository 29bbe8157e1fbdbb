namespace Stanch.Detection.Paths;

internal enum GlobTokenKind
{
    /// <summary>One character, itself.</summary>
    Literal,

    /// <summary><c>?</c></summary>
    AnyOne,

    /// <summary><c>*</c></summary>
    AnyRun,

    /// <summary><c>[…]</c></summary>
    Class,
}

using System.Text.RegularExpressions;
using Stanch.Detection;

namespace Stanch.Catalogue.Format.Dialect;

/// <summary>The one place that makes an expression at run time: for patterns that users write, in linear time whatever they wrote.</summary>
public static class CustomPattern
{
    private const int SurelySmall = 400;

    /// <summary>A pattern whose expression is made at its first use; making one takes milliseconds.</summary>
    public static DetectorPattern Create(CompiledPattern pattern)
    {
        var expression = pattern.LinearExpression;
        return new DetectorPattern(() => Make(expression))
        {
            MinLength = pattern.MinLength,
            MaxLength = pattern.MaxLength,
            AnchorOffset = pattern.AnchorOffset,
            BoundaryBefore = pattern.BoundaryBefore,
            BoundaryAfter = pattern.BoundaryAfter,
            HasGroups = pattern.HasGroups,
            PublicPrefix = pattern.PublicPrefix,
            Shape = pattern.Shape.ToArray(),
            Tail = pattern.Tail.ToArray(),
        };
    }

    /// <summary>Why a pattern cannot be matched in linear time; null where it can. Tries it where it is large: making it takes milliseconds.</summary>
    public static string? Problem(CompiledPattern pattern)
    {
        if (pattern.MaxLength < SurelySmall) return null;
        try
        {
            _ = Make(pattern.LinearExpression);
            return null;
        }
        catch (NotSupportedException)
        {
            return "the pattern is too large to be matched in linear time: lower its upper bounds, above all those of parts that are repeated within repeated parts";
        }
    }

#pragma warning disable RS0030 // The ban sends here.
    private static Regex Make(string expression) =>
        new(expression, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
#pragma warning restore RS0030
}

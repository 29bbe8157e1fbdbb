using System.Text.RegularExpressions;
using Stanch.Detection;

namespace Stanch.Catalogue.Format.Dialect;

/// <summary>The one place that makes an expression at run time: for patterns that users write, in linear time whatever they wrote.</summary>
public static class CustomPattern
{
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

#pragma warning disable RS0030 // The ban sends here.
    private static Regex Make(string expression) =>
        new(expression, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
#pragma warning restore RS0030
}

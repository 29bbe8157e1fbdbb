using System.Globalization;
using System.Text;

namespace Stanch.CatalogueCompiler;

/// <summary>Writes the source-generated expressions: everything that is slow to compile, and nothing else.</summary>
internal static class PatternsWriter
{
    public static string Write(CompiledCatalogue catalogue)
    {
        var output = new StringBuilder(CodeText.Header);
        output.Append("""
            using System.Text.RegularExpressions;

            namespace Stanch.Catalogue.Patterns;

            /// <summary>The expressions of the built-in detectors, by number.</summary>
            public static partial class BuiltInPatterns
            {
                private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

                public static Regex Get(int number) => number switch
                {

            """);
        for (var number = 0; number < catalogue.Expressions.Count; number++)
            output.Append(CultureInfo.InvariantCulture, $"        {number} => P{number},\n");
        output.Append("        _ => throw new System.ArgumentOutOfRangeException(nameof(number)),\n    };\n");
        foreach (var (number, expression) in catalogue.Expressions.Index())
            output.Append(CultureInfo.InvariantCulture, $"\n    [GeneratedRegex({CodeText.Quote(expression)}, Options)]\n    private static partial Regex P{number} {{ get; }}\n");
        return output.Append("}\n").ToString();
    }
}

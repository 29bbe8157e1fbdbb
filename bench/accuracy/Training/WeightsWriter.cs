using System.Globalization;
using System.Text;

namespace Stanch.Bench.Accuracy.Training;

/// <summary>Writes what was fitted as C#.</summary>
internal static class WeightsWriter
{
    private const int NumbersOnLine = 28;

    public static string Model(TrainedModel model, int likelyFrom, int reviewFrom)
    {
        var text = new StringBuilder("""
            // Written by: accuracy train. Do not edit: train again.
            namespace Stanch.Detection.Model;

            internal static partial class GenericModel
            {

            """);
        text.Append(CultureInfo.InvariantCulture, $"""
                private const int Bias = {model.Bias};

                /// <summary>The most that the kind of file can add.</summary>
                public const int MostOfPlace = {model.MostOfPlace};

                /// <summary>What the path of a test takes away.</summary>
                public const int TestWeight = {model.TestWeight};

                /// <summary>What the path of an example takes away.</summary>
                public const int ExampleWeight = {model.ExampleWeight};

                /// <summary>From here on a finding is likely.</summary>
                public const int LikelyFrom = {likelyFrom};

                /// <summary>From here on it is worth a look; what is less is dropped.</summary>
                public const int ReviewFrom = {reviewFrom};


            """);
        Append(text, "byte", "ContentFeatures", model.Content.SelectMany(tree => tree.Features).Select(value => (int)value));
        Append(text, "byte", "ContentThresholds", model.Content.SelectMany(tree => tree.Thresholds).Select(value => (int)value));
        Append(text, "short", "ContentLeaves", model.Content.SelectMany(tree => tree.Leaves).Select(value => (int)value));
        Append(text, "ushort", "ContentCovers", model.Content.SelectMany(tree => tree.Covers).Select(value => (int)value));
        Append(text, "byte", "PlaceFeatures", model.Place.SelectMany(tree => tree.Features).Select(value => (int)value));
        Append(text, "byte", "PlaceThresholds", model.Place.SelectMany(tree => tree.Thresholds).Select(value => (int)value));
        Append(text, "short", "PlaceLeaves", model.Place.SelectMany(tree => tree.Leaves).Select(value => (int)value));
        Append(text, "ushort", "PlaceCovers", model.Place.SelectMany(tree => tree.Covers).Select(value => (int)value));
        text.Length -= 1;
        return text.Append("}\n").ToString();
    }

    public static string Triples(string levels)
    {
        const int OnLine = 27 * 6;
        var lines = levels.Chunk(OnLine).Select(chunk => $"        \"{new string(chunk)}\"u8");
        return $$"""
            // Written by: accuracy train. Do not edit: train again.
            namespace Stanch.Detection.Model;

            internal static partial class LetterTriples
            {
                private static ReadOnlySpan<byte> Levels =>
            {{string.Join(" +\n", lines)}};
            }

            """;
    }

    private static void Append(StringBuilder text, string type, string name, IEnumerable<int> numbers)
    {
        text.Append(CultureInfo.InvariantCulture, $"    private static ReadOnlySpan<{type}> {name} =>\n    [\n");
        foreach (var line in numbers.Chunk(NumbersOnLine))
        {
            text.Append(CultureInfo.InvariantCulture, $"        {string.Join(", ", line)},\n");
        }

        text.Append("    ];\n\n");
    }
}

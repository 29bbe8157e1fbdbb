using System.Text;
using Stanch.Detection.Model;

namespace Stanch.Bench.Accuracy.Training;

/// <summary>Counts which letters follow which in text that holds no secret.</summary>
internal static class LetterTriplesTrainer
{
    private const int Highest = 56;

    // As if each letter had been seen this often after each pair, as random text would have it.
    private const double Prior = 2;

    /// <summary>One character for each three kinds, in order.</summary>
    public static string Train(IEnumerable<LabelledCase> records)
    {
        var counts = new double[LetterTriples.Kinds * LetterTriples.Kinds * LetterTriples.Kinds];
        foreach (var record in records)
        {
            var secret = record.Labels!.Where(label => label.Truth != 'F').SelectMany(label => Enumerable.Range(label.Line, label.EndLine - label.Line + 1)).ToHashSet();
            var lines = record.Text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (!secret.Contains(i + 1) && lines[i].Length < 400)
                {
                    Count(Encoding.UTF8.GetBytes(lines[i]), counts);
                }
            }
        }

        var levels = new StringBuilder(counts.Length);
        for (var pair = 0; pair < counts.Length; pair += LetterTriples.Kinds)
        {
            var total = counts.AsSpan(pair + 1, LetterTriples.Kinds - 1).ToArray().Sum() + Prior * (LetterTriples.Kinds - 1);
            for (var third = 0; third < LetterTriples.Kinds; third++)
            {
                var share = (counts[pair + third] + Prior) / total * (LetterTriples.Kinds - 1);
                var level = third == 0 ? LetterTriples.Even : LetterTriples.Even + (int)Math.Round(Math.Log2(share) * LetterTriples.StepsPerDoubling);
                levels.Append((char)(LetterTriples.FirstCharacter + Math.Clamp(level, 0, Highest)));
            }
        }

        return levels.ToString();
    }

    private static void Count(ReadOnlySpan<byte> text, double[] counts)
    {
        int first = 0, second = 0;
        foreach (var b in text)
        {
            var third = LetterTriples.KindOf(b);
            counts[(first * LetterTriples.Kinds + second) * LetterTriples.Kinds + third] += third > 0 ? 1 : 0;
            (first, second) = (second, third);
        }
    }
}

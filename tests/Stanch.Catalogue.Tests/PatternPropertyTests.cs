using System.Text;
using System.Text.RegularExpressions;
using Stanch.Catalogue.Format.Dialect;
using Stanch.Detection;

namespace Stanch.Catalogue.Tests;

/// <summary>What we work out of a pattern, held against .NET's own reading of it.</summary>
public sealed class PatternPropertyTests
{
    private static readonly PatternLimits s_limits = new();

    [Fact]
    public void WhatMatchesIsWithinTheLengthsAndTheShape() => Sample((text, random) =>
    {
        var compiled = Compile(text);
        for (var i = 0; i < 5; i++)
        {
            var match = PatternSamples.Match(PatternParser.Parse(text, s_limits).Root, random);
            match.Length.ShouldBeInRange(compiled.MinLength, compiled.MaxLength);
            HasShape(compiled, match).ShouldBeTrue();
        }
    });

    [Fact]
    public void TheExpressionMatchesWhatThePatternSays() => Sample((text, random) =>
    {
        var oracle = new Regex($"\\A(?:{text})\\z", RegexOptions.ECMAScript);
        var compiled = Compile(text);
        var ours = new Regex($"\\A(?:{compiled.Expression})\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
        var match = PatternSamples.Match(PatternParser.Parse(text, s_limits).Root, random);
        var other = new string([.. match.Select(c => random.Next(4) == 0 ? "ab.-_ B9\n\u00FF"[random.Next(10)] : c)]);
        foreach (var candidate in new[] { match, other, other + "a", match[1..] })
            ours.IsMatch(candidate).ShouldBe(oracle.IsMatch(candidate), candidate);
    });

    // Of several ways to read the same place .NET's linear engine may take a longer one than the backtracking engine: both are matches of the pattern.
    [Fact]
    public void TheLinearExpressionFindsAtTheSamePlace() => Sample((text, random) =>
    {
        var compiled = Compile(text);
        var linear = new Regex(compiled.LinearExpression, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
        var haystack = "zz" + PatternSamples.Match(PatternParser.Parse(text, s_limits).Root, random) + "zz";
        var (found, expected) = (linear.Match(haystack), Regex.Match(haystack, compiled.Expression, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture));
        (found.Success, found.Index).ShouldBe((expected.Success, expected.Index));
        found.Length.ShouldBeGreaterThanOrEqualTo(expected.Length);
        Regex.IsMatch(found.Value, $"\\A(?:{compiled.Expression})\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture).ShouldBe(expected.Success);
    }, count: 30);

    [Fact]
    public void TheWorstCaseCostsWhatABacktrackingEnginePays() => Sample((text, _) =>
    {
        var root = LongestFirst.Order(PatternParser.Parse(text, s_limits).Root);
        var worst = WorstCase.Of(new PatternAutomaton(root, s_limits));
        new Backtracker(worst.Text).StepsAt(root, 0).ShouldBe(worst.Steps);
    });

    [Fact]
    public void ATextFourTimesAsLongCostsAboutFourTimesAsMuch() => Sample((text, _) =>
    {
        var root = LongestFirst.Order(PatternParser.Parse(text, s_limits).Root);
        var worst = WorstCase.Of(new PatternAutomaton(root, s_limits)).Text;
        var times = (int)root.MaxLength / worst.Length + 2;
        var (once, fourTimes) = (Steps(root, worst, times), Steps(root, worst, 4 * times));
        fourTimes.ShouldBeLessThan(8 * once);
    });

    private static double Steps(PatternNode root, byte[] text, int times)
    {
        byte[] all = [.. Enumerable.Repeat(text, times).SelectMany(part => part)];
        var engine = new Backtracker(all);
        return Enumerable.Range(0, all.Length).Sum(start => engine.StepsAt(root, start));
    }

    private static void Sample(Action<string, Random> check, int count = 100) =>
        Gen.Select(PatternSamples.Texts.Where(IsAccepted), Gen.Int).Sample((text, seed) => check(text, new Random(seed)), iter: count);

    private static bool IsAccepted(string text)
    {
        try
        {
            Compile(text);
            return true;
        }
        catch (PatternException)
        {
            return false;
        }
    }

    private static CompiledPattern Compile(string text) => PatternChecker.Compile(text, [], DetectorContext.Near);

    private static bool HasShape(CompiledPattern pattern, string text) => Encoding.Latin1.GetBytes(text)
        .Take(pattern.Shape.Count / 4)
        .Index()
        .All(at => (pattern.Shape[4 * at.Index + (at.Item >> 6)] >> (at.Item & 63) & 1) != 0);

    /// <summary>Tries every way to read a text, as an engine does whose match fails at the very end; counts the bytes it reads.</summary>
    private sealed class Backtracker(byte[] text)
    {
        private double _steps;

        public double StepsAt(PatternNode root, int start)
        {
            _steps = 0;
            Try(root, start, _ => { });
            return _steps;
        }

        private void Try(PatternNode node, int at, Action<int> then)
        {
            switch (node)
            {
                case PatternNode.One one when at < text.Length && one.Bytes.Contains(text[at]):
                    _steps++;
                    then(at + 1);
                    break;
                case PatternNode.Group group:
                    Try(group.Part, at, then);
                    break;
                case PatternNode.Sequence sequence:
                    TryParts(sequence.Parts, 0, at, then);
                    break;
                case PatternNode.Choice choice:
                    foreach (var option in choice.Options)
                        Try(option, at, then);
                    break;
                case PatternNode.Repeat repeat:
                    TryRepeat(repeat, 0, at, then);
                    break;
            }
        }

        private void TryParts(IReadOnlyList<PatternNode> parts, int index, int at, Action<int> then)
        {
            if (index == parts.Count)
                then(at);
            else
                Try(parts[index], at, next => TryParts(parts, index + 1, next, then));
        }

        private void TryRepeat(PatternNode.Repeat repeat, int done, int at, Action<int> then)
        {
            if (done < repeat.Max)
                Try(repeat.Part, at, next => TryRepeat(repeat, done + 1, next, then));
            if (done >= repeat.Min)
                then(at);
        }
    }
}

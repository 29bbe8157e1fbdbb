using System.Text.RegularExpressions;
using Stanch.Detection.Paths;
using Stanch.Policy.Imports.Patterns;

namespace Stanch.Policy.Tests.Imports;

public sealed class PatternTests
{
    [Theory]
    [InlineData("node_modules", "*node_modules*")]
    [InlineData("(^|/)vendor/", "vendor/")]
    [InlineData("(^|/)(vendor|third_party)(/|$)", "vendor third_party")]
    [InlineData("^docs/", "/docs/")]
    [InlineData("^docs/.*", "/docs/")]
    [InlineData("^docs/.*\\.md$", "/docs/*.md /docs/*/**/*.md")]
    [InlineData(".*\\.lock$", "*.lock")]
    [InlineData("^.*\\.lock$", "*.lock")]
    [InlineData("\\.(png|jpe?g)$", "*.png *.jpg *.jpeg")]
    [InlineData("(.*?)(jpg|gif)$", "*jpg *gif")]
    [InlineData("go\\.sum", "*go.sum*")]
    [InlineData("a/b", "**/*a/b*")]
    [InlineData("^a/[^/]+/b$", "/a/?*/b")]
    [InlineData("(?i)readme$", "*[rR][eE][aA][dD][mM][eE]")]
    [InlineData("v[0-9]\\.txt$", "*v[0-9].txt")]
    [InlineData("^\\.github/workflows/ci\\.ya?ml$", "/.github/workflows/ci.yml /.github/workflows/ci.yaml")]
    [InlineData("tests[/\\\\]data", "**/*tests/data*")]
    public void AnExpressionForPathsBecomesGlobs(string regex, string globs) =>
        PathGlobs.Of(GoRegexParser.Parse(regex)).ShouldBe(globs.Split(' '), ignoreOrder: true);

    [Theory]
    [InlineData(".*", "covers every path")]
    [InlineData("", "covers every path")]
    [InlineData("a+$", "repeats a part without a limit")]
    [InlineData("\\bfoo", "edge of a word")]
    [InlineData("a$b", "in its middle")]
    [InlineData("(a|b|c|d)(a|b|c|d)(a|b|c|d)(a|b|c|d)", "more than 64 globs")]
    [InlineData("(?=a)", "look-around")]
    [InlineData("(a", "without its")]
    [InlineData("[a", "without its")]
    [InlineData("a)", "without its")]
    [InlineData("\\pL", "no counterpart")]
    public void WhatNoGlobSaysIsRefusedWithTheReason(string regex, string why) =>
        Should.Throw<GoRegexException>(() => PathGlobs.Of(GoRegexParser.Parse(regex))).Message.ShouldContain(why);

    private static readonly Gen<string> Piece = Gen.OneOf("a", "b", "ab", "\\.", ".*", "/", "[ab]", "(a|b)", "(^|/)", "a?", "[^/]*", "(b|a/)");

    [Fact]
    public void TheGlobsCoverEveryPathThatTheExpressionMatches() =>
        Gen.Select(Gen.OneOf("", "^", ""), Piece.List[1, 4], Gen.OneOf("", "$", "(/|$)"), Gen.OneOf("a", "b", "ab", "a.b", "ba").List[1, 4].List[1, 10]).Sample((start, pieces, end, paths) =>
        {
            var regex = start + string.Concat(pieces) + end;
            IReadOnlyList<string> globs;
            try
            {
                globs = PathGlobs.Of(GoRegexParser.Parse(regex));
            }
            catch (GoRegexException)
            {
                return;
            }
            foreach (var path in paths.Select(parts => string.Join('/', parts)))
                if (Regex.IsMatch(path, regex)) globs.Any(glob => Glob.Parse(glob).Covers(path)).ShouldBeTrue($"{regex} as {string.Join(' ', globs)} on {path}");
        }, iter: 3000);

    [Theory]
    [InlineData("(?i)example", "(?i:example)")]
    [InlineData("(?P<x>a)[[:digit:]]+\\z", "(?:a)[0-9]+\\z")]
    [InlineData("a{2,}b{3}c{1,4}d*?", "a{2,}b{3}c{1,4}d*?")]
    [InlineData("\\x41\\x{42}", "AB")]
    [InlineData("^\\$\\{[A-Z_]+\\}$", "^\\$\\{[A-Z_]+\\}\\z")]
    [InlineData("a|b\\.c", "a|b\\.c")]
    [InlineData("x(?i:y)z", "x(?:(?i:y))z")]
    public void AnExpressionForSecretsIsWrittenForDotNet(string regex, string expected)
    {
        var pattern = DotNetPattern.Write(GoRegexParser.Parse(regex));
        pattern.ShouldBe(expected);
        UserRegex.TryCreate(pattern, out _).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("acme_[a-z0-9]{32}", 0, "acme_[a-z0-9]{32}")]
    [InlineData("\\b(acme_[a-z0-9]{32})\\b", 0, "\\b(?<secret>acme_[a-z0-9]{32})\\b")]
    [InlineData("acme(.{0,5})([0-9]{8})", 2, "acme(?:[^\\r\\n]{0,5})(?<secret>[0-9]{8})")]
    [InlineData("(?i)acme=([a-f]{8})", 1, "(?i:acme)=(?<secret>(?i:[a-f]){8})")]
    [InlineData("acme_\\w+", 0, "acme_\\w{1,256}")]
    [InlineData("acme_([0-9]{8})(?:['\"\\s;]|$)", 0, "acme_(?<secret>[0-9]{8})\\b")]
    [InlineData("(?:^|[^0-9])acme([0-9]{8})", 0, "\\bacme(?<secret>[0-9]{8})")]
    public void AnExpressionForSecretsIsWrittenInTheDialect(string regex, int group, string expected) =>
        DialectPattern.Write(GoRegexParser.Parse(regex), group, out _).ShouldBe(expected);

    [Theory]
    [InlineData("a\\bc", 0)]
    [InlineData("a^c", 0)]
    [InlineData("(a)", 2)]
    public void WhatTheDialectDoesNotSayIsRefused(string regex, int group) => Should.Throw<GoRegexException>(() => DialectPattern.Write(GoRegexParser.Parse(regex), group, out _));

    [Fact]
    public void AnyTextIsAnExpressionOrIsRefused() =>
        Gen.String[Gen.Char["ab[](){}*+?|\\^$.:-<>Pix0,1d/"], 0, 30].Sample(text =>
        {
            try
            {
                var node = GoRegexParser.Parse(text);
                DotNetPattern.Write(node);
                PathGlobs.Of(node);
            }
            catch (GoRegexException)
            {
            }
        }, iter: 5000);
}

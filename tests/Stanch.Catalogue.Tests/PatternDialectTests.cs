using System.Text.RegularExpressions;
using Stanch.Catalogue.Format.Dialect;
using Stanch.Detection;

namespace Stanch.Catalogue.Tests;

public sealed class PatternDialectTests
{
    [Theory]
    [InlineData("a(?=b)", "look-around is not in the dialect")]
    [InlineData("(?<!a)b", "look-around is not in the dialect")]
    [InlineData("(a)\\1", "back-references are not in the dialect")]
    [InlineData("(?<id>a)\\k<id>", "back-references are not in the dialect")]
    [InlineData("(?>ab)", "atomic groups are not in the dialect")]
    [InlineData("a+", "+ has no upper bound: write {1,64}")]
    [InlineData("ab*", "* has no upper bound: write {0,64}")]
    [InlineData("a{3,}", "{3,} has no upper bound: write {3,N}")]
    [InlineData("a{3,5000}", "from 0 to at most 4096")]
    [InlineData("a{5,3}", "bounds run upwards")]
    [InlineData("a{0}", "allow at least one")]
    [InlineData("a{1,2}?", "lazy, possessive and doubled quantifiers")]
    [InlineData("a{1,2}{3}b", "doubled quantifiers")]
    [InlineData("(?:a?){2}", "can match nothing at all, so it could be repeated in many ways")]
    [InlineData("a\\bb", "may stand only at the pattern's two ends")]
    [InlineData("a|b\\b", "\\b at the end belongs to the last alternative only")]
    [InlineData("\\ba|b", "\\b stands at the start of some alternatives only")]
    [InlineData("^a", "^ is not in the dialect")]
    [InlineData("a$", "$ is not in the dialect")]
    [InlineData("\\Aa", "\\A is not in the dialect")]
    [InlineData("\\p{L}", "patterns read bytes")]
    [InlineData("[[:alpha:]]", "[:name:] classes are not in the dialect")]
    [InlineData("[é]", "a class holds bytes")]
    [InlineData("[z-a]", "runs backwards")]
    [InlineData("[a", "this '[' is never closed")]
    [InlineData("(?:a", "this '(' is never closed")]
    [InlineData("a)", "there is no '(' to this ')'")]
    [InlineData("?a", "there is nothing before this ? to repeat")]
    [InlineData("a\\", "ends in a backslash")]
    [InlineData("\\xZZ", "two hexadecimal digits")]
    [InlineData("\\q", "\\q is not in the dialect")]
    [InlineData("(?P<secret>a)", "without the P")]
    [InlineData("(?<token>a)", "a group is named secret or id, not 'token'")]
    [InlineData("(?s:a)", "no other kind is in the dialect")]
    [InlineData("(?:(?<secret>a)|b)", "missing from some alternatives")]
    [InlineData("(?:(?<secret>a)-){2}", "a named group stands inside a repeated part")]
    [InlineData("a{0,3}", "can match nothing at all: at least one part must be required")]
    [InlineData("(?:(?:[a-z]|b|c|d|e|f){1,4000}-){4}", "reads more than 32768 characters: lower the upper bounds")]
    [InlineData("(?:[a-z]{1,3000}-){1,6}", "a match could have 18006 bytes")]
    [InlineData("x[a-z]{1,400}[a-z0-9]{1,400}-", "the parts at characters 2 and 14 can read the same text ('a') in many ways")]
    [InlineData("(?:[a-z]{1,20}-?){1,20}!", "in many ways")]
    public void APatternOutsideTheDialectIsRefusedWithAWayOut(string pattern, string message) =>
        Should.Throw<PatternException>(() => Near(pattern)).Message.ShouldContain(message);

    [Theory]
    [InlineData("[a-z]{3,9}-[a-z]{3,9}")]
    [InlineData("(?:[a-z0-9]{1,63}\\.){1,4}example\\.com")]
    [InlineData("[\\w.-]{1,64}\\.example\\.com")]
    [InlineData("[a-z]{3,9}[a-z0-9]{3,9}")]
    [InlineData("(a|bc){2}")]
    [InlineData("[]a]")]
    [InlineData("[a\\]-]{2}")]
    [InlineData("\\ba|\\bb")]
    public void APatternWhoseWorstCaseStaysLinearIsAccepted(string pattern) => Near(pattern).Expression.ShouldNotBeEmpty();

    [Theory]
    [InlineData("\\b(?<secret>acm_[0-9a-f]{32})\\b", "acm_", "\\Aacm_[0-9a-f]{32}(?![0-9A-Z_a-z])", 0, 36, 36, 4, false)]
    [InlineData("\\b(?<secret>gh[pousr]_\\w{36})", "ghp_ gho_ ghu_ ghs_ ghr_", "\\Agh[oprsu]_[0-9A-Z_a-z]{36}", 0, 40, 40, 4, false)]
    [InlineData("key: (?<secret>x\\d{2,3})", "key:", "\\Akey: (?<secret>x[0-9]{2,3})", 0, 8, 9, 1, true)]
    [InlineData("\\b[a-z]{2,5}\\.acme\\.io", ".acme.io", "(?<![0-9A-Z_a-z])[a-z]{2,5}\\.acme\\.io", -1, 10, 13, 0, false)]
    [InlineData("[a-z]{4}@acme", "@acme", "\\A[a-z]{4}@acme", 4, 9, 9, 0, false)]
    [InlineData("(?i:ab)-c\\x2f", "ab-c", "\\A[Aa][Bb]-c/", 0, 5, 5, 4, false)]
    [InlineData("[^a]abc|é", "abc é", "\\A(?:[^a]abc|\\xC3\\xA9)", -1, 2, 4, 0, false)]
    public void WhatTheEngineNeedsIsWorkedOut(
        string pattern, string keywords, string expression, int anchor, int min, int max, int prefix, bool groups)
    {
        var compiled = PatternChecker.Compile(pattern, keywords.Split(' '), DetectorContext.Inside);
        compiled.Expression.ShouldBe(anchor < 0 ? expression.Replace("\\A(?:", "", StringComparison.Ordinal).TrimEnd(')') : expression);
        (compiled.AnchorOffset, compiled.MinLength, compiled.MaxLength, compiled.PublicPrefix, compiled.HasGroups).ShouldBe((anchor, min, max, prefix, groups));
    }

    [Theory]
    [InlineData("\\b(?<secret>acm_[0-9a-z-]{16})", true)]
    [InlineData("acm_[0-9a-z-]{15}", false)]
    [InlineData("acm_[0-9a-z-]{16,20}", false)]
    [InlineData("acm_[0-9a-z]{32}\\b", false)]
    public void AFixedEndKnowsWhichByteWouldMakeItLonger(string pattern, bool knows) =>
        PatternChecker.Compile(pattern, ["acm_"], DetectorContext.Inside).Tail.Count.ShouldBe(knows ? 4 : 0);

    [Fact]
    public void TheLongerAlternativeIsTriedFirst() =>
        Regex.Match(new string('a', 40), Near("(?:[0-9a-f]{32}|[0-9a-f]{40})\\b").Expression).Length.ShouldBe(40);

    [Fact]
    public void AMatchMayEndEarlierToEndAtABoundary() =>
        Regex.Match("abc.then", Near("abc(?:\\.[a-z]{2})?\\b").Expression).Value.ShouldBe("abc");

    [Fact]
    public void ADashInAClassMayStartARange() => Regex.IsMatch("./-", $"^(?:{Near("[a\\x2D-/]{3}").Expression})$").ShouldBeTrue();

    [Fact]
    public void ACharacterThatIsNotAsciiIsItsBytes() => Near("“a”").Expression.ShouldBe("\\xE2\\x80\\x9Ca\\xE2\\x80\\x9D");

    [Fact]
    public void AUsersPatternTakesLinearTimeAndIsMadeAtItsFirstUse()
    {
        var pattern = CustomPattern.Create(PatternChecker.Compile("\\bacm_[0-9a-f]{32}\\b", ["acm_"], DetectorContext.Inside));
        pattern.Regex.Options.ShouldBe(RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
        pattern.Regex.IsMatch("acm_" + new string('0', 32)).ShouldBeTrue();
        pattern.BoundaryAfter.ShouldBeTrue();
    }

    [Fact]
    public void AnyTextIsAPatternOrIsRefused() => Gen.Char["ab(?:|)[]{}1,2\\wb.-^<>secrtid="].Array[0, 20].Select(chars => new string(chars)).Sample(text =>
    {
        try
        {
            Near(text);
        }
        catch (PatternException)
        {
        }
    });

    private static CompiledPattern Near(string pattern) => PatternChecker.Compile(pattern, [], DetectorContext.Near);
}

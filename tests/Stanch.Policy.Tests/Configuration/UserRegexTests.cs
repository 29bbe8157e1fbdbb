namespace Stanch.Policy.Tests.Configuration;

public sealed class UserRegexTests
{
    [Theory]
    [InlineData("(?=a)b")]
    [InlineData("(?<!a)b")]
    [InlineData("(a)\\1")]
    [InlineData("(?<n>a)\\k<n>")]
    [InlineData("(?>a+)b")]
    [InlineData("(?(a)b|c)")]
    [InlineData("\\Ga")]
    [InlineData("(a)\\<1>")]
    [InlineData("((a{1,200}){1,200}){1,200}")]
    [InlineData("[a-z]{20000}")]
    public void WhatIsNotLinearIsRefused(string pattern)
    {
        UserRegex.TryCreate(pattern, out var problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain("linear time");
    }

    [Theory]
    [InlineData("(a")]
    [InlineData("[a")]
    [InlineData("*")]
    public void WhatIsNoExpressionIsRefused(string pattern)
    {
        UserRegex.TryCreate(pattern, out var problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain("not a regular expression");
    }

    [Fact]
    public void WhatIsAcceptedNeverFailsWhenItIsUsed() =>
        Gen.String[Gen.Char["ab(){}[]*+?|\\^$.:=!<>'k12,0"], 0, 25].Sample(pattern =>
        {
            if (UserRegex.TryCreate(pattern, out _) is { } regex) regex.IsMatch("aabb");
        }, iter: 3000);
}

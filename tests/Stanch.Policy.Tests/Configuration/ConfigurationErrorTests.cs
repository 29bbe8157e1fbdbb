namespace Stanch.Policy.Tests.Configuration;

public sealed class ConfigurationErrorTests
{
    [Theory]
    [InlineData("fail-on: likely", ".stanch.yaml:1:1: unknown key 'fail-on' in the configuration; did you mean 'failOn'?")]
    [InlineData("version: 1\nfailon: likely", ".stanch.yaml:2:1: unknown key 'failon' in the configuration; did you mean 'failOn'?")]
    [InlineData("ignores: []", ".stanch.yaml:1:1: unknown key 'ignores' in the configuration; did you mean 'ignore'?")]
    [InlineData("ignore:\n  - path: a\n    fingerprnt: x", ".stanch.yaml:3:5: unknown key 'fingerprnt' in an item of 'ignore'; did you mean 'fingerprint'?")]
    [InlineData("detectors:\n  disabled: []", ".stanch.yaml:2:3: unknown key 'disabled' in 'detectors'; did you mean 'disable'?")]
    [InlineData("endpoint: https://example.com", ".stanch.yaml:1:1: unknown key 'endpoint' in the configuration: a configuration can never set an endpoint or a credential: give it as an option or in the environment of the command that needs it")]
    [InlineData("token: abc", ".stanch.yaml:1:1: unknown key 'token' in the configuration: a configuration can never set an endpoint or a credential: give it as an option or in the environment of the command that needs it")]
    [InlineData("zzz: 1", ".stanch.yaml:1:1: unknown key 'zzz' in the configuration; there are version, exclude, ignore, detectors, failOn, minSeverity, fingerprintKey, fingerprintKeyFile, incomplete, maxTime, decode, baseline")]
    [InlineData("failOn: certain", ".stanch.yaml:1:9: 'failOn' cannot be 'certain'; there are review, likely, confirmed")]
    [InlineData("failOn: Likely!", ".stanch.yaml:1:9: 'failOn' cannot be 'Likely!'; did you mean 'likely'?")]
    [InlineData("minSeverity: hihg", ".stanch.yaml:1:14: 'minSeverity' cannot be 'hihg'; did you mean 'high'?")]
    [InlineData("version: 2", ".stanch.yaml:1:10: version 2 is not known to this stanch, which reads version 1; use a newer one")]
    [InlineData("decode: maybe", ".stanch.yaml:1:9: 'decode' must be true or false, not 'maybe'")]
    [InlineData("maxTime: 5 minutes", ".stanch.yaml:1:10: 'maxTime' must be a time such as 90s, 10m or 1h30m, not '5 minutes'")]
    [InlineData("exclude: docs", ".stanch.yaml:1:10: 'exclude' must be a list")]
    [InlineData("exclude: ['a[b']", ".stanch.yaml:1:11: the glob 'a[b' can never match: it has a '[' without its ']'")]
    [InlineData("ignore:\n  - reason: none", ".stanch.yaml:2:5: an item of 'ignore' needs at least one of path, fingerprint, pattern, detector; without one it would ignore everything")]
    [InlineData("ignore:\n  - path: '!a'", ".stanch.yaml:2:11: 'path' cannot start with '!': write what it is to match")]
    [InlineData("ignore:\n  - path: a\n    expires: soon", ".stanch.yaml:3:14: 'expires' must be a day written as 2027-01-31, not 'soon'")]
    [InlineData("ignore:\n  - fingerprint: abc", ".stanch.yaml:2:18: 'abc' is not a fingerprint: one starts with 'h1:' or 'p1:' and is copied from a report")]
    [InlineData("ignore:\n  - pattern: '(?=a)b'", ".stanch.yaml:2:14: the pattern uses look-around, a back-reference or an atomic group, or is too large; those cannot be matched in linear time")]
    [InlineData("ignore:\n  - detector: Acme Token", ".stanch.yaml:2:15: 'Acme Token' is not a detector's id (lower-case letters, digits and hyphens, * for any text); see 'stanch detectors list'")]
    [InlineData("fingerprintKey: short", ".stanch.yaml:1:17: the fingerprint key is not 32 bytes in base64url; make one with 'stanch baseline create'")]
    [InlineData("- a", ".stanch.yaml:1:1: the configuration must be a mapping of keys (version, exclude, ignore, detectors, failOn, minSeverity, fingerprintKey, fingerprintKeyFile, incomplete, maxTime, decode, baseline)")]
    [InlineData("failOn: likely\nfailOn: review", ".stanch.yaml:2:1: the key 'failOn' stands twice")]
    [InlineData("exclude: &a [x]\nignore: *a", ".stanch.yaml:2:9: an alias (*name) is not understood here; write the value out")]
    [InlineData("failOn: likely\n---\nfailOn: review", ".stanch.yaml:2:1: a second document starts here; a configuration has one")]
    [InlineData("baseline: ../../etc/passwd", ".stanch.yaml:1:11: 'baseline' names '../../etc/passwd', outside of the project; name a file in it, relative to its root")]
    [InlineData("detectors: { custom: [/etc/passwd] }", ".stanch.yaml:1:23: 'custom' names '/etc/passwd', outside of the project; name a file in it, relative to its root")]
    [InlineData("detectors: { custom: [mine.yaml] }", ".stanch.yaml:1:23: the file 'mine.yaml' with detectors does not exist")]
    public void AnErrorSaysWhatIsWrongWhereAndHowToMendIt(string yaml, string message) =>
        Should.Throw<ConfigurationException>(() => Tree.Of(yaml)).Message.ShouldBe(message);

    [Fact]
    public void AllThatIsWrongIsSaidAtOnce() =>
        Should.Throw<ConfigurationException>(() => Tree.Of("failOn: x\nminSeverity: y\nignore: [{ path: a, why: b }]")).Problems.Count.ShouldBe(3);

    [Fact]
    public void ATerminalObeysNothingInAMessage() => Should.Throw<ConfigurationException>(() => Tree.Of("\"\\e[2Jx\": 1")).Message.ShouldStartWith(".stanch.yaml:1:1: unknown key '?[2Jx'");

    public static TheoryData<string> Hostile =>
        [.. new[] { "[", "{a: ", "a:\n ", "- ", "? ", "'", "\"", "a: b\n", "- a\n", "&a ", "!!a ", "|\n", "a, " }.Select(text => string.Concat(Enumerable.Repeat(text, 1_000_000 / text.Length)))];

    [Theory, MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void AMegabyteOfAnythingIsReadOrRefused(string text)
    {
        foreach (var yaml in new[] { text, "exclude: [" + text })
            Should.Throw<ConfigurationException>(() => Tree.Of(yaml)).Problems.Count.ShouldBeInRange(1, 20);
    }

    [Fact]
    public void YamlThatIsNoneIsAnErrorWithItsPlace() =>
        Should.Throw<ConfigurationException>(() => Tree.Of("failOn: [likely")).Message.ShouldStartWith(".stanch.yaml:2:1: not valid YAML:");

    [Fact]
    public void DeepNestingIsRefused() =>
        Should.Throw<ConfigurationException>(() => Tree.Of("exclude: " + new string('[', 5000))).Message.ShouldStartWith(".stanch.yaml:1:");

    [Fact]
    public void AMistypedDetectorIsNamedWithTheNearest()
    {
        var configuration = Tree.Of("detectors:\n  disable: [acme-tokn, other-*]\n");
        var problems = configuration.UnknownDetectors(["acme-token", "other-key"]);
        problems.ShouldHaveSingleItem().ToString().ShouldBe(".stanch.yaml:2:13: no detector is called 'acme-tokn'; did you mean 'acme-token'?");
    }

    [Fact]
    public void AnyTextIsReadOrIsAConfigurationError() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["abc:-[]{}'\"#&*!|>?%@ \n\t\r"], 0, 60]).Sample(text =>
        {
            try
            {
                Tree.Of(text);
            }
            catch (ConfigurationException)
            {
            }
        });
}

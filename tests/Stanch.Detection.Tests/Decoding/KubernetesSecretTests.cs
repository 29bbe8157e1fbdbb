using Stanch.Detection.Scanning;
using Stanch.Detection.Tests.Scanning;

namespace Stanch.Detection.Tests.Decoding;

public sealed class KubernetesSecretTests
{
    private static readonly Scanner Scanner = new([Detectors.Manifest]);

    [Theory]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  password: {0}\n  username: YWRtaW4=\n  token: {1}\n")]
    [InlineData("data:\n  # a comment\n  password: \"{0}\"\n\n  token: '{1}' # another\nkind: Secret\n")]
    [InlineData("items:\n- kind: Secret\n  data: {password: {0}, token: {1}}\n- kind: ConfigMap\n  data:\n    password: {0}\n")]
    [InlineData("items:\n  - data:\n      password: |\n        {0}\n      token: >-\n        {1}\n    kind: Secret\n")]
    [InlineData("{\"kind\": \"Secret\", \"data\": {\"password\": \"{0}\", \"token\": \"{1}\"}, \"type\": \"Opaque\"}")]
    [InlineData("{\n  \"data\": {\n    \"password\": \"{0}\",\n    \"token\": \"{1}\"\n  },\n  \"kind\": \"Secret\"\n}")]
    public void EveryValueIsFoundUnderItsOwnKey(string manifest) => Gen.Select(Word, Word).Sample(
        (one, two) =>
        {
            var text = manifest.Replace("{0}", Encoders.Base64(one), StringComparison.Ordinal).Replace("{1}", Encoders.Base64(two), StringComparison.Ordinal);
            var found = Find(text);
            found.Select(candidate => candidate.Secret.Reveal()).ShouldBe([one, two]);
            found.ShouldAllBe(candidate => candidate.Decoded.SequenceEqual(new[] { "kubernetes-secret", "base64" }));
            found.ShouldAllBe(candidate => text.Substring(candidate.Start, candidate.End - candidate.Start) == Encoders.Base64(candidate.Secret.Reveal()));
        },
        iter: 30);

    [Fact]
    public void StringDataStandsInClear() => Word.Sample(
        word => Find($"kind: Secret\nstringData:\n  password: {word}\n").ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            candidate => candidate.Secret.Reveal().ShouldBe(word),
            candidate => candidate.Decoded.ShouldBeEmpty(),
            candidate => candidate.Reasons.ShouldContain("in-kubernetes-secret")),
        iter: 10);

    [Fact]
    public void AShortPasswordIsWorthALook() => Find($"kind: Secret\ndata:\n  password: {Encoders.Base64("s3cr1t")}\n").ShouldHaveSingleItem().Evidence.ShouldBe(Evidence.Review);

    [Theory]
    [InlineData("kind: Secret\ndata:\n  password: {{ .Values.password | b64enc }}\n")]
    [InlineData("kind: Secret\ndata:\n  password: Y2hhbmdlbWU=\n")]
    [InlineData("kind: Secret\ndata:\n  password: \"\"\n")]
    [InlineData("kind: Secret\ndata:\n  username: YWRtaW5pc3RyYXRvcg==\n")]
    [InlineData("kind: SecretProviderClass\ndata:\n  password: czNjcjF0czNjcjF0\n")]
    [InlineData("kind: Secret\nmetadata:\n  name: a\n---\nkind: ConfigMap\ndata:\n  password: czNjcjF0czNjcjF0\n")]
    [InlineData("kind: Secret\ndata:\n  password: <base64 of the password>\n")]
    public void WhatIsNoValueOfASecretIsNotFound(string manifest) => Find(manifest).ShouldBeEmpty();

    [Fact]
    public void AHelmReleaseIsReadToTheValuesOfItsManifests() => Word.Sample(
        word =>
        {
            var manifest = $"---\\n# Source: a/secret.yaml\\napiVersion: v1\\nkind: Secret\\ndata:\\n  password: {Encoders.Base64(word)}\\n";
            var release = Convert.ToBase64String(Encoders.Gzip($"{{\"name\":\"a\",\"config\":{{}},\"manifest\":\"{manifest}\"}}"));
            var found = Find($"kind: Secret\ntype: helm.sh/release.v1\ndata:\n  release: {Encoders.Base64(release)}\n").Find(candidate => candidate.Secret.Reveal() == word);
            found.ShouldNotBeNull().Decoded.ShouldBe(["base64", "base64", "gzip", "escapes", "kubernetes-secret", "base64"]);
        },
        iter: 20);

    private static Gen<string> Word => Gen.String[Gen.Char["abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"], 9, 30].Select(word => word + "#x9");

    private static List<Candidate> Find(string text) => Scanner.Find(Samples.Utf8(text), SegmentOrigin.Start, new ScanScratch());
}

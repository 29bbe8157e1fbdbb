using System.Text;
using Stanch.Detection.Assignments;
using Stanch.Detection.Model;

namespace Stanch.Detection.Tests.Model;

public sealed class FeatureTests
{
    [Theory]
    [InlineData("word", ValueForm.Word)]
    [InlineData("someName", ValueForm.CamelCase)]
    [InlineData("SOME_NAME", ValueForm.Constant)]
    [InlineData("some-name", ValueForm.Joined)]
    [InlineData("some.name", ValueForm.Dotted)]
    [InlineData("some/path", ValueForm.Path)]
    [InlineData("two words", ValueForm.Sentence)]
    [InlineData("0123456789abcdef", ValueForm.Hexadecimal)]
    [InlineData("call(it)", ValueForm.Expression)]
    [InlineData("12345.6", ValueForm.Number)]
    public void TheFormOfAValueIsTold(string value, object form) => ValueForms.Of(Encoding.ASCII.GetBytes(value)).ShouldBe((ValueForm)form);

    [Theory]
    [InlineData("config/app.yml", FileKind.Yaml)]
    [InlineData("a/.env", FileKind.Settings)]
    [InlineData("a/.env.example", FileKind.Settings)]
    [InlineData("src/main.rs", FileKind.Code)]
    [InlineData("src/main.rs.tmpl", FileKind.Code)]
    [InlineData("lang/de.json", FileKind.Translation)]
    [InlineData("yarn.lock", FileKind.Integrity)]
    [InlineData("README.md", FileKind.Prose)]
    [InlineData("x", FileKind.Other)]
    public void TheKindOfAFileIsTold(string path, object kind) => FileKinds.Of(path).ShouldBe((FileKind)kind);

    [Theory]
    [InlineData("PGPASSWORD", NameRole.Strong, CredentialKind.Password)]
    [InlineData("pass", NameRole.Strong, CredentialKind.ShortPassword)]
    [InlineData("mockToken", NameRole.Fake, CredentialKind.Token)]
    [InlineData("DOTENV_PUBLIC_KEY", NameRole.Fake, CredentialKind.BareKey)]
    [InlineData("client_secret", NameRole.Strong, CredentialKind.Secret)]
    [InlineData("cacheKey", NameRole.Weak, CredentialKind.BareKey)]
    public void TheWordsOfANameSayWhatItNames(string name, object role, object kind)
    {
        var reading = NameWords.Read(Encoding.ASCII.GetBytes(name));
        (reading.Role, reading.Kind).ShouldBe(((NameRole)role, (CredentialKind)kind));
    }

    [Fact]
    public void WordsSurpriseLessThanRandomLetters() => Gen.Char["abcdefghijklmnopqrstuvwxyz"].Array[16].List[40].Sample(texts =>
        texts.Average(text => LetterTriples.Surprise(Encoding.ASCII.GetBytes(text))).ShouldBeGreaterThan(LetterTriples.Surprise("administratorname"u8)));

    [Fact]
    public void AnyBytesAreDescribed() => Gen.Select(Gen.Byte.Array[1, 300], Gen.Int[0, 300], Gen.Int[0, 300], Gen.Int[0, 300], Gen.Int[0, 300]).Sample((content, a, b, c, d) =>
    {
        int[] at = [a % content.Length, b % content.Length, c % content.Length, d % content.Length];
        Array.Sort(at);
        var assignment = new Assignment(at[0], at[1], at[2], at[3] + 1, Separator.Equals, Quoted: (a & 1) == 0);
        Span<byte> features = stackalloc byte[GenericFeatures.Count];
        GenericFeatures.Describe(content, assignment, features);
        Math.Abs((long)GenericModel.OfContent(features)).ShouldBeLessThan(1_000_000);
    });

    // Parts of a blob must give what the whole gives.
    [Fact]
    public void WhatStandsFurtherThanTheReachChangesNothing() => Gen.Select(Gen.Byte.Array[0, 400], Gen.Byte.Array[0, 400]).Sample((before, after) =>
    {
        byte[] middle = [.. Enumerable.Repeat((byte)'\n', GenericFeatures.Reach), .. "db_password = \"x7Kq9vRt2m\";\n"u8, .. Enumerable.Repeat((byte)'\n', GenericFeatures.Reach)];
        var start = GenericFeatures.Reach;
        var near = Describe(middle, start);
        Describe([.. before, .. middle, .. after], before.Length + start).ShouldBe(near);
    });

    private static byte[] Describe(byte[] content, int start)
    {
        var features = new byte[GenericFeatures.Count];
        GenericFeatures.Describe(content, new Assignment(start, start + 11, start + 15, start + 25, Separator.Equals, Quoted: true), features);
        return features;
    }
}

using Stanch.Detection.Scanning;
using Stanch.Detection.Tests.Scanning;

namespace Stanch.Detection.Tests.Model;

/// <summary>What a place does to evidence: it takes some away, and drops nothing for its folder.</summary>
public sealed class GradedPlaceTests
{
    private static readonly Gen<string> Path = OneOf("src/settings.py", "deploy/app.yml", "config/app.properties", "a/.env", "run.sh", "web.xml", "Main.java");

    private static readonly Gen<string> Value = Gen.Char["abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"].Array[4, 40].Select(random => new string(random));

    [Fact]
    public void ATestOrAnExampleNeverRaisesEvidenceAndNeverDrops() =>
        Gen.Select(Path, Value, OneOf("tests/", "examples/", "spec/fixtures/", "docs/sample/")).Sample((path, value, folder) =>
        {
            foreach (var candidate in Find($"db_password = \"{value}\"\nuser = \"someone\"\n"))
            {
                var (here, there) = (EvidenceAt(candidate, path), EvidenceAt(candidate, folder + path));
                there.HasValue.ShouldBe(here.HasValue);
                ((int)there.GetValueOrDefault()).ShouldBeLessThanOrEqualTo((int)here.GetValueOrDefault());
            }
        });

    [Fact]
    public void ATemplatesEndingNeverRaisesEvidence() => Gen.Select(Path, Value).Sample((path, value) =>
    {
        foreach (var candidate in Find($"db_password = \"{value}\"\n"))
        {
            ((int)EvidenceAt(candidate, path + ".example").GetValueOrDefault()).ShouldBeLessThanOrEqualTo((int)EvidenceAt(candidate, path).GetValueOrDefault());
        }
    });

    [Theory]
    [InlineData("locales/de.json")]
    [InlineData("po/cs.po")]
    [InlineData("package-lock.json")]
    [InlineData("static/app.min.js")]
    public void WhatTranslationsAndLockFilesHoldIsAtMostForReview(string path) => Value.Sample(value =>
    {
        foreach (var candidate in Find($"\"db_password\": \"{value}\",\n"))
        {
            EvidenceAt(candidate, path).GetValueOrDefault().ShouldBe(Evidence.Review);
        }
    });

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static IEnumerable<Candidate> Find(string text) => Detectors.Find(Samples.Utf8(text)).Where(candidate => candidate.Detector.IsGeneric);

    private static Evidence? EvidenceAt(Candidate candidate, string path) => Judge.At(candidate, new Provenance.File(path))?.Evidence;
}

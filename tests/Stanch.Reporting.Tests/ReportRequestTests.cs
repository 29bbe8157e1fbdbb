using System.Reflection;
using Stanch.Detection;

namespace Stanch.Reporting.Tests;

public sealed class ReportRequestTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stanch-reports-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void EveryFormatIsInTheList() =>
        typeof(IReportFormat).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IReportFormat)))
            .ShouldBe(ReportFormats.All.Select(format => format.GetType()), ignoreOrder: true);

    [Fact]
    public void EveryFormatHasANameAndASummary() =>
        ReportFormats.All.ShouldAllBe(format => format.Name.All(char.IsAsciiLetterLower) && format.Summary.EndsWith('.'));

    [Fact]
    public void NamesAreFoundAndTheFirstIsTheDefault()
    {
        ReportFormats.All.ShouldAllBe(format => ReportFormats.Get(format.Name) == format);
        ReportFormats.Default.Name.ShouldBe("text");
    }

    [Theory]
    [InlineData("jsno", "json")]
    [InlineData("SARIF", "sarif")]
    [InlineData("githubb", "github")]
    [InlineData("xml", "html")]
    [InlineData("markdwon", "markdown")]
    public void AnUnknownNameIsToldTheNearest(string given, string nearest) =>
        Should.Throw<ReportRequestException>(() => ReportFormats.Get(given)).Message.ShouldContain($"did you mean '{nearest}'?");

    [Theory]
    [InlineData("sarif=out.sarif", "sarif", "out.sarif")]
    [InlineData("html=a=b.html", "html", "a=b.html")]
    [InlineData("json", "json", null)]
    [InlineData("json=-", "json", null)]
    public void ARequestIsAFormatAndAFile(string spec, string format, string? file)
    {
        var request = ReportRequest.Parse(spec);
        request.Format.Name.ShouldBe(format);
        request.File.ShouldBe(file);
    }

    [Theory]
    [InlineData("sarif=", "names no file; write sarif=FILE")]
    [InlineData("", "There is no report format ''")]
    [InlineData("=x", "There is no report format ''")]
    [InlineData("out.sarif", "did you mean")]
    public void AWrongRequestIsExplained(string spec, string message) =>
        Should.Throw<ReportRequestException>(() => ReportRequest.Parse(spec)).Message.ShouldContain(message);

    [Fact]
    public void WithoutARequestTextGoesToStandardOutput() =>
        ReportRequest.ParseAll([]).ShouldHaveSingleItem().ShouldBe(new ReportRequest(ReportFormats.Default, null));

    [Theory]
    [InlineData("text", "json")]
    [InlineData("json=x.out", "sarif=./x.out")]
    public void TwoReportsCannotGoToOnePlace(params string[] specs) =>
        Should.Throw<ReportRequestException>(() => ReportRequest.ParseAll(specs)).Message.ShouldContain("give each a file of its own");

    [Fact]
    public void SeveralReportsAreWrittenFromOneScan()
    {
        using var output = new MemoryStream();
        Write(output, ReportOptions.Default, "text", $"json={Path("a.json")}", $"html={Path("b.html")}");
        output.ToArray().ShouldBe(Written.As("text", SampleReport.Rich));
        File.ReadAllBytes(Path("a.json")).ShouldBe(Written.As("json", SampleReport.Rich));
        _folder.GetFiles().Select(file => file.Name).Order().ShouldBe(["a.json", "b.html"]);
    }

    [Fact]
    public void AFileNeverHasColour()
    {
        using var output = new MemoryStream();
        Write(output, new ReportOptions { Colour = true }, $"text={Path("a.txt")}");
        File.ReadAllText(Path("a.txt")).ShouldNotContain('\e');
    }

    [Fact]
    public void WhatStoodThereIsReplacedThroughALink()
    {
        File.WriteAllText(Path("real.json"), "old");
        File.CreateSymbolicLink(Path("link.json"), Path("real.json"));
        Write(Stream.Null, ReportOptions.Default, $"json={Path("link.json")}");
        new FileInfo(Path("link.json")).LinkTarget.ShouldNotBeNull();
        File.ReadAllBytes(Path("real.json")).ShouldBe(Written.As("json", SampleReport.Rich));
    }

    [Fact]
    public void AReportThatFailsLeavesNothingAndStopsNoOther()
    {
        using var output = new MemoryStream();
        var error = Should.Throw<ReportRequestException>(() => Write(output, ReportOptions.Default, "text", $"json={Path("missing/a.json")}", $"csv={Path("b.csv")}"));
        error.Message.ShouldContain("missing/a.json");
        output.Length.ShouldBeGreaterThan(0);
        _folder.GetFileSystemInfos().Select(file => file.Name).ShouldBe(["b.csv"]);
    }

    [Fact]
    public void AFolderIsNoFile() =>
        Should.Throw<ReportRequestException>(() => Write(Stream.Null, ReportOptions.Default, $"json={_folder.FullName}")).Message.ShouldContain("It is a folder.");

    [Fact]
    public void ADeviceIsWrittenToAndStaysADevice()
    {
        Write(Stream.Null, ReportOptions.Default, "json=/dev/null");
        File.ReadAllBytes("/dev/null").ShouldBeEmpty();
    }

    [Fact]
    public void AFileWithSecretsInClearIsItsOwnersAlone()
    {
        if (OperatingSystem.IsWindows())
            return;
        Write(Stream.Null, new ReportOptions { ShowSecrets = true }, $"json={Path("secret.json")}");
        File.GetUnixFileMode(Path("secret.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    private static void Write(Stream output, ReportOptions options, params string[] specs) =>
        ReportWriter.Write(SampleReport.Rich, ReportRequest.ParseAll(specs), options, output);
}

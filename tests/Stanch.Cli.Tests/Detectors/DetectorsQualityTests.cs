using System.Text.Json;

namespace Stanch.Cli.Tests.Detectors;

public sealed class DetectorsQualityTests
{
    [Fact]
    public void WhatWasMeasuredIsShown()
    {
        using var here = new Sandbox();
        var output = here.Stanch("detectors", "quality").ShouldExit(0).Output;
        output.ShouldContain("cases recall");
        output.ShouldContain("generic-password");
        output.ShouldContain("found nothing in the sets");
    }

    [Fact]
    public void AProgramReadsItAsJson()
    {
        using var here = new Sandbox();
        var json = JsonDocument.Parse(here.Stanch("detectors", "quality", "--json").ShouldExit(0).Output).RootElement;
        json.GetProperty("figures").GetProperty("cases recall").GetDouble().ShouldBeInRange(0.5, 1);
        json.GetProperty("detectors").GetProperty("generic-password").GetProperty("right").GetInt32().ShouldBeGreaterThan(0);
    }
}

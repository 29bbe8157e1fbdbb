using System.Globalization;
using Stanch.Policy;

namespace Stanch.Cli.Tests.Manual;

/// <summary>The man page is read by the programs that show man pages, without a warning, and says what the help says.</summary>
public sealed class ManTests
{
    [Fact]
    public void MandocFindsNothingWrong()
    {
        using var here = Page();
        here.Shell("mandoc", "-Tlint", "-W", "warning", "stanch.1").ShouldBeEmpty();
    }

    [Fact]
    public void GroffFindsNothingWrongWhereItIsInstalled()
    {
        using var here = Page();
        if (here.Shell("sh", "-c", "command -v groff || echo none").StartsWith("none", StringComparison.Ordinal)) Assert.Skip("there is no groff here");
        here.Shell("sh", "-c", "groff -man -Tutf8 -ww -K utf8 stanch.1 2>&1 >/dev/null").ShouldBeEmpty();
    }

    [Fact]
    public void ItShowsEveryCommandOptionAndExitCode()
    {
        using var here = Page();
        var text = here.Shell("sh", "-c", "mandoc -Tutf8 -O width=200 stanch.1 | sed 's/.\\x08//g'");
        foreach (var expected in new[] { "stanch scan git [TARGET] [options]", "stanch hook run pre-receive", "--min-severity SEVERITY", "-h, --help", "make 2>&1 | stanch redact", "~/.config/stanch/config.yaml", "STANCH_CONFIG", "'-ID' leaves one out", "stanch COMMAND …" })
            text.ShouldContain(expected);
        foreach (var code in Enum.GetValues<ExitCode>()) text.ShouldContain($"\n       {((int)code).ToString(CultureInfo.InvariantCulture)} ");
    }

    [Fact]
    public void TheDayIsThatOfTheBuild()
    {
        using var here = new Sandbox().With("SOURCE_DATE_EPOCH", "86400");
        here.Stanch("man").ShouldExit(0).Output.ShouldStartWith(".TH STANCH 1 1970-01-02 \"stanch ");
    }

    private static Sandbox Page()
    {
        var here = new Sandbox();
        return here.File("stanch.1", here.Stanch("man").ShouldExit(0).Output);
    }
}

using System.CommandLine;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Terminals;

namespace Stanch.Cli.Tests;

public sealed class CrashTests
{
    [Fact]
    public void ACrashHasAnExitCodeOfItsOwnAndQuotesNothingOfWhatWasScanned()
    {
        var (exit, error) = Run(debug: null);
        exit.ShouldBe(4);
        error.ShouldContain("internal error (System.InvalidOperationException");
        error.ShouldContain("STANCH_DEBUG=1 shows the stack");
        error.ShouldNotContain("quoted text");
    }

    [Fact]
    public void TheStackIsShownOnRequest()
    {
        var (exit, error) = Run(debug: "1");
        exit.ShouldBe(4);
        error.ShouldContain("quoted text");
        error.ShouldContain("   at ");
    }

    private static (int Exit, string Error) Run(string? debug)
    {
        using var error = new StringWriter();
        var here = new Invocation(Terminal.Of(Stream.Null, error), "/", name => name == "STANCH_DEBUG" ? debug : null, TimeProvider.System);
        return (CommandRunner.Run(here, ["fail"], new VerbTable { { "fail", Fail } }), error.ToString());
    }

    private static Command Fail(Invocation here)
    {
        var verb = new Command("fail");
        verb.SetAction((Func<ParseResult, int>)(_ => throw new InvalidOperationException("quoted text")));
        return verb;
    }
}

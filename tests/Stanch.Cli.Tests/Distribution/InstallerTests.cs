namespace Stanch.Cli.Tests.Distribution;

/// <summary>build/install.sh installs what the sum of a release says is right, and nothing else.</summary>
public sealed class InstallerTests
{
    private const string V3 = "flags\t\t: fpu sse2 abm avx avx2 bmi1 bmi2 f16c fma movbe xsave\n";

    [Fact]
    public void AReleaseIsInstalledOnceAndRuns()
    {
        using var here = Released("linux-x64");
        var first = Install(here).ShouldExit(0).Output;
        first.ShouldContain("installed ");
        first.ShouldContain("(linux-x64)");
        first.ShouldContain("is not on PATH yet");
        var program = Path.Join(here.Home, ".local/bin/stanch");
        here.Try(program, "--version").ShouldExit(0).Output.ShouldStartWith("stanch ");
        Install(here).ShouldExit(0).Output.ShouldContain("is installed already");
        Directory.GetFileSystemEntries(Path.GetDirectoryName(program)!).ShouldBe([program]);
    }

    [Fact]
    public void TheFolderIsTheUsersChoice()
    {
        using var here = Released("linux-x64");
        Install(here, "--to", here.At("a place")).ShouldExit(0);
        here.Try(here.At("a place/stanch"), "--version").ShouldExit(0);
    }

    [Theory]
    [InlineData("Linux", "x86_64", V3, "linux-x64-v3")]
    [InlineData("Linux", "x86_64", "flags\t\t: fpu sse2 avx2\n", "linux-x64")]
    [InlineData("Linux", "x86_64", "", "linux-x64")]
    [InlineData("Linux", "aarch64", "", "linux-arm64")]
    [InlineData("Darwin", "arm64", "", "osx-arm64")]
    [InlineData("Darwin", "x86_64", "", "osx-x64")]
    public void TheBuildThatSuitsTheMachineIsChosen(string system, string machine, string processor, string expected)
    {
        using var here = Released("linux-x64", "linux-x64-v3", "linux-arm64", "osx-arm64", "osx-x64");
        Pretend(here, system, machine, processor);
        Install(here).ShouldExit(0).Output.ShouldContain($"({expected})");
    }

    [Fact]
    public void WithoutABuildForNewProcessorsTheOtherOneIsTaken()
    {
        using var here = Released("linux-x64");
        Pretend(here, "Linux", "x86_64", V3);
        Install(here).ShouldExit(0).Output.ShouldContain("(linux-x64)");
    }

    [Fact]
    public void AnUnknownPlatformIsToldWhatThereIs()
    {
        using var here = Released("linux-x64", "linux-arm64");
        Pretend(here, "SunOS", "sparc", "");
        var refused = Install(here).ShouldExit(1).Error;
        refused.ShouldContain("no build for SunOS on sparc");
        refused.ShouldContain("linux-arm64");
        Install(here, "--target", "linux-x64").ShouldExit(0);
    }

    [Fact]
    public void AFileThatWasChangedIsNeverRun()
    {
        using var here = Released("linux-x64");
        here.File("evil/stanch", $"#!/bin/sh\ntouch '{here.At("ran")}'\n");
        here.Shell("sh", "-c", "chmod +x evil/stanch && tar -C evil -czf release/stanch-linux-x64.tar.gz stanch");
        Install(here).ShouldExit(1).Error.ShouldContain("is not what it should be, and was not installed");
        NothingCameOf(here);
    }

    [Fact]
    public void AFileWithoutASumIsNotInstalled()
    {
        using var here = Released("linux-x64");
        here.Shell("sh", "-c", "sed -i /linux-x64/d release/SHA256SUMS");
        Install(here).ShouldExit(1).Error.ShouldContain("SHA256SUMS has no sum for stanch-linux-x64.tar.gz");
        here.Delete("release/SHA256SUMS");
        Install(here).ShouldExit(1).Error.ShouldContain("/SHA256SUMS: is that the address of a release?");
        NothingCameOf(here);
    }

    // No sum on either side is no agreement.
    [Fact]
    public void WithoutASumOnBothSidesNothingIsInstalled()
    {
        using var here = Released("linux-x64");
        Install(here, "--sha256", "").ShouldExit(2).Error.ShouldContain("--sha256 is empty");
        Install(here, "--sha256", "abc").ShouldExit(1).Error.ShouldContain("has no SHA-256 to be checked by");
        here.Shell("sh", "-c", "sed -i 's/^[0-9a-f]*/none/' release/SHA256SUMS");
        Install(here).ShouldExit(1).Error.ShouldContain("has no SHA-256 to be checked by");
        here.File("bin/sha256sum", "#!/bin/sh\nexit 1\n");
        here.Shell("chmod", "+x", "bin/sha256sum");
        here.With("PATH", $"{here.At("bin")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}");
        Install(here).ShouldExit(1).Error.ShouldContain("has no SHA-256 to be checked by");
        NothingCameOf(here);
    }

    [Fact]
    public void AFolderInTheProgramsPlaceIsLeftAlone()
    {
        using var here = Released("linux-x64");
        Directory.CreateDirectory(here.At("place/stanch"));
        Install(here, "--to", here.At("place")).ShouldExit(1).Error.ShouldContain("is a folder");
        Directory.GetFileSystemEntries(here.At("place/stanch")).ShouldBeEmpty();
    }

    [Fact]
    public void ASumThatTheUserTrustsWins()
    {
        using var here = Released("linux-x64");
        Install(here, "--sha256", new string('0', 64)).ShouldExit(1).Error.ShouldContain(new string('0', 64));
        NothingCameOf(here);
        Install(here, "--sha256", here.Shell("sh", "-c", "sha256sum < release/stanch-linux-x64.tar.gz | cut -d' ' -f1 | tr a-f A-F").Trim()).ShouldExit(0);
    }

    [Fact]
    public void AProgramThatDoesNotRunHereTakesNothingsPlace()
    {
        using var here = Released("linux-x64");
        Install(here).ShouldExit(0);
        here.File("program", "#!/no/such/interpreter\n");
        here.Shell(BuiltProgram.Script("release.sh"), "--out", here.At("release"), "--program", $"linux-arm64={here.At("program")}", "--program", $"linux-x64={Path.Join(here.Home, ".local/bin/stanch")}");
        Install(here, "--target", "linux-arm64").ShouldExit(1).Error.ShouldContain("does not run here");
        here.Try(Path.Join(here.Home, ".local/bin/stanch"), "--version").ShouldExit(0);
    }

    [Theory]
    [InlineData("http://example.com/release")]
    [InlineData("ftp://example.com/release")]
    [InlineData("/some/folder")]
    [InlineData("")]
    public void OnlyAddressesThatNobodyCanChangeOnTheWayAreFetchedFrom(string address)
    {
        using var here = new Sandbox();
        here.Try("sh", BuiltProgram.Script("install.sh"), "--base", address).ShouldExit(2).Error.ShouldContain(address.Length == 0 ? "say where the release is" : "no https:// or file:///");
    }

    [Fact]
    public void AReleaseIsFetchedFromAServer()
    {
        using var here = Released("linux-x64").File("server.py", """
            import http.server, ssl
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain("cert.pem", "key.pem")
            server.socket = context.wrap_socket(server.socket, server_side=True)
            with open("port", "w") as port: port.write(f"{server.server_address[1]}\n")
            server.serve_forever()
            """).File("run.sh", $"""
            set -eu
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost 2>/dev/null
            mkfifo port
            python3 server.py 2>log &
            trap "kill $!" EXIT
            read -r port <port
            CURL_CA_BUNDLE=$PWD/cert.pem sh '{BuiltProgram.Script("install.sh")}' --base https://localhost:$port/release/ --target linux-x64
            if sh '{BuiltProgram.Script("install.sh")}' --base https://localhost:$port/release --target linux-x64 2>/dev/null; then exit 9; fi
            """);
        here.Shell("sh", "run.sh").ShouldContain("installed ");
        here.Read("log").ShouldContain("GET /release/stanch-linux-x64.tar.gz");
    }

    private static Sandbox Released(params string[] targets)
    {
        var here = new Sandbox().WithSingleFile().With("https_proxy", null).With("HTTPS_PROXY", null).With("STANCH_CPUINFO", "/dev/null");
        here.Shell(BuiltProgram.Script("release.sh"), ["--out", here.At("release"), .. targets.SelectMany(target => new[] { "--program", $"{target}={here.At("program")}" })]);
        return here;
    }

    private static Outcome Install(Sandbox here, params string[] more) => here.Try("sh", [here.At("release/install.sh"), "--base", $"file://{here.At("release")}", .. more]);

    private static void Pretend(Sandbox here, string system, string machine, string processor)
    {
        here.File("bin/uname", $"#!/bin/sh\nif [ \"$1\" = -s ]; then echo {system}; else echo {machine}; fi\n").File("cpuinfo", processor);
        here.Shell("chmod", "+x", "bin/uname");
        here.With("PATH", $"{here.At("bin")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}").With("STANCH_CPUINFO", here.At("cpuinfo"));
    }

    private static void NothingCameOf(Sandbox here)
    {
        here.Has("ran").ShouldBeFalse();
        Directory.GetFileSystemEntries(Path.Join(here.Home, ".local/bin")).ShouldBeEmpty();
    }
}

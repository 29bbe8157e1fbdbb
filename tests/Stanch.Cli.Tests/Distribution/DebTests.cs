namespace Stanch.Cli.Tests.Distribution;

/// <summary>build/deb.sh makes a package that Debian's own tools take apart, install and remove, and whose program runs.</summary>
public sealed class DebTests
{
    [Fact]
    public void APackageHasTheProgramAndItsDocuments()
    {
        using var here = new Sandbox().WithSingleFile();
        var package = Make(here, "program", "arm64");
        Path.GetFileName(package).ShouldMatch(@"^stanch_[0-9][^_]*_arm64\.deb$");
        var info = here.Shell("dpkg-deb", "--info", package);
        foreach (var line in new[] { "Package: stanch", "Architecture: arm64", "Depends: libc6 (>= 2.", "Recommends: git," }) info.ShouldContain(line);
        var contents = here.Shell("dpkg-deb", "--contents", package);
        foreach (var file in new[] { "usr/bin/stanch", "man/man1/stanch.1.gz", "bash-completion/completions/stanch", "vendor-completions/_stanch", "vendor_completions.d/stanch.fish", "doc/stanch/copyright", "doc/stanch/changelog.gz", "doc/stanch/CHANGELOG.md.gz" })
            contents.ShouldContain($"/{file.TrimStart('/')}\n");
        contents.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => line.Contains(" root/root "));
        contents.ShouldContain("-rwxr-xr-x root/root");
    }

    [Fact]
    public void TheSameProgramMakesTheSamePackage()
    {
        using var here = new Sandbox().WithSingleFile();
        var first = File.ReadAllBytes(Make(here, "program", "amd64"));
        here.Shell("touch", "program");
        File.ReadAllBytes(Make(here, "program", "amd64")).ShouldBe(first);
    }

    [Fact]
    public void WhatIsUnpackedRuns()
    {
        using var here = new Sandbox().With("SOURCE_DATE_EPOCH", "1700000000").File("look/a.env", $"TOKEN={Verbs.Made.SlackToken(7)}\n");
        var package = Make(here, BuiltProgram.Folder);
        here.Shell("dpkg-deb", "-x", package, "root");
        var program = here.At("root/usr/bin/stanch");
        here.Try(program, "--version").ShouldExit(0).Output.ShouldStartWith("stanch ");
        here.Try(program, "scan", "look", "--no-config").ShouldExit(1);
        here.Shell("sh", "-c", "cd root && md5sum --quiet -c ../control/md5sums || exit 1".Replace("../control", Control(here, package)));
        here.Shell("sh", "-c", "zcat root/usr/share/man/man1/stanch.1.gz | mandoc -Tlint -W error");
        here.Shell("bash", "-c", "source root/usr/share/bash-completion/completions/stanch && complete -p stanch").ShouldContain("_stanch");
    }

    [Fact]
    public void DpkgInstallsAndRemovesItInARootOfItsOwn()
    {
        if (!Environment.IsPrivilegedProcess) Assert.Skip("dpkg installs for root only");
        using var here = new Sandbox().WithSingleFile();
        var package = Make(here, "program");
        foreach (var folder in new[] { "info", "updates" }) Directory.CreateDirectory(here.At($"root/var/lib/dpkg/{folder}"));
        here.File("root/var/lib/dpkg/status", "").File("root/var/lib/dpkg/available", "");
        here.Shell("dpkg", $"--root={here.At("root")}", "--force-depends", "--force-not-root", "--install", package);
        here.Try(here.At("root/usr/bin/stanch"), "--version").ShouldExit(0);
        here.Shell("dpkg", $"--root={here.At("root")}", "--status", "stanch").ShouldContain("Status: install ok installed");
        here.Shell("dpkg", $"--root={here.At("root")}", "--purge", "stanch");
        here.Has("root/usr/bin/stanch").ShouldBeFalse();
    }

    [Fact]
    public void WhatIsNotThereIsNotPacked()
    {
        using var here = new Sandbox();
        here.Try(BuiltProgram.Script("deb.sh"), "missing").ShouldExit(2).Error.ShouldContain("name a program that is there");
        here.Try(BuiltProgram.Script("deb.sh"), "--nonsense").ShouldExit(2).Error.ShouldContain("--nonsense");
    }

    private static string Control(Sandbox here, string package)
    {
        here.Shell("dpkg-deb", "-e", package, "control");
        return here.At("control");
    }

    private static string Make(Sandbox here, string program, params string[] more) =>
        here.Shell(BuiltProgram.Script("deb.sh"), [program, "--out", here.At("out"), "--by", Path.Join(BuiltProgram.Folder, "stanch"), .. more]).Trim();
}

namespace Stanch.Cli.Tests.Distribution;

/// <summary>
/// integrations/container/Containerfile is built by buildah and run without rights. No registry is asked: its base is made of this machine's own
/// shell, git and runtime.
/// </summary>
public sealed class ContainerTests
{
    private const string Base = """
        set -eu
        add() {
            for file in "$@"; do
                mkdir -p "base/root$(dirname "$file")"
                cp -L "$file" "base/root$file"
                for library in $(ldd "$file" 2>/dev/null | grep -o '/[^ ]*'); do
                    mkdir -p "base/root$(dirname "$library")"
                    [ -e "base/root$library" ] || cp -L "$library" "base/root$library"
                done
            done
        }
        dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
        core=$(ls -d "$dotnet"/shared/Microsoft.NETCore.App/10.* | sort -V | tail -n 1)
        add /bin/sh "$(command -v id)" "$(command -v touch)" "$(command -v git)" "$dotnet"/host/fxr/*/libhostfxr.so "$core"/lib*.so
        # Looked for at run time, so that nothing is linked to it.
        add $(/sbin/ldconfig -p | grep -o '/.*/lib\(ssl\|crypto\)\.so\.3$')
        cp -r "$core" "base/root$(dirname "$core")/"
        mkdir -p base/root/opt base/root/tmp base/root/dev base/root/proc base/root/sys base/root/etc
        chmod 1777 base/root/tmp
        cp -rL "$1" base/root/opt/stanch
        printf 'FROM scratch\nCOPY root/ /\nENV DOTNET_ROOT=%s\n' "$dotnet" > base/Containerfile
        printf '#!/bin/sh\nexec /opt/stanch/stanch "$@"\n' > program
        """;

    [Fact]
    public void TheImageIsBuiltAndRunsWithoutRights()
    {
        using var here = new Sandbox();
        if (WhyNot(here) is { } reason) Assert.Skip(reason);
        here.File("base.sh", Base);
        here.Shell("sh", "base.sh", BuiltProgram.Folder);
        here.Shell("cp", "-r", Path.Join(BuiltProgram.Repository, "integrations"), ".");
        Buildah(here, "build", "--isolation", "chroot", "--tag", "stanch-base", "base");
        Buildah(here, "build", "--isolation", "chroot", "--build-arg", "BASE=localhost/stanch-base", "--build-arg", "PROGRAM=program", "--tag", "stanch", "--file", "integrations/container/Containerfile", ".");
        foreach (var image in new[] { "drone", "bitbucket" }) Buildah(here, "build", "--isolation", "chroot", "--tag", image, "--file", $"integrations/{image}/Containerfile", ".");
        var container = Buildah(here, "from", "--pull-never", "localhost/stanch").Output.Trim();

        Run(here, container, "id", "-u").ShouldExit(0).Output.Trim().ShouldBe("65532");
        Run(here, container, "touch", "/usr/local/bin/x").Exit.ShouldNotBe(0);
        Run(here, container, "/usr/local/bin/stanch", "--version").ShouldExit(0).Output.ShouldStartWith("stanch ");
        here.File("repository/a.env", $"TOKEN={Verbs.Made.SlackToken(3)}\n").In("repository").Git("init", "--quiet").Commit("one").In("..");
        here.Shell("chmod", "-R", "a+rX", here.At("repository"), here.At(".."), here.At("."));
        Run(here, container, "/usr/local/bin/stanch", "scan", "git").ShouldExit(1).Output.ShouldContain("Slack");
        Buildah(here, "inspect", "--type", "image", "--format", "{{.OCIv1.Config.User}} {{.OCIv1.Config.Entrypoint}}", "localhost/drone").Output.Trim().ShouldBe("65532:65532 [/usr/local/lib/stanch/plugin.sh]");
    }

    // Without the right to mount, which some builds of this project do not have, no container can be made.
    private static string? WhyNot(Sandbox here)
    {
        if (here.Try("sh", "-c", "command -v buildah").Exit != 0) return "there is no buildah here";
        if (here.Try("sh", "-c", "command -v dotnet").Exit != 0) return "there is no dotnet on PATH here";
        here.File("probe/Containerfile", "FROM scratch\nCOPY x /x\n").File("probe/x", "x");
        var probe = Try(here, "build", "--tag", "probe", "probe");
        if (probe.Exit != 0) return $"buildah builds nothing here: {probe.Error.Trim().Split('\n')[^1]}";
        return here.Try("unshare", "--mount", "true") is { Exit: not 0 } mount ? $"nothing can be mounted here: {mount.Error.Trim()}" : null;
    }

    private static Outcome Run(Sandbox here, string container, params string[] command) =>
        Try(here, ["run", "--isolation", "chroot", "--volume", $"{Directory.CreateDirectory(here.At("repository")).FullName}:/repository:ro", container, "--", .. command]);

    private static Outcome Buildah(Sandbox here, params string[] arguments) => Try(here, arguments).ShouldExit(0);

    private static Outcome Try(Sandbox here, params string[] arguments) =>
        here.Try("buildah", ["--storage-driver", "vfs", "--root", here.At("../storage"), "--runroot", here.At("../running"), .. arguments]);
}

namespace Stanch.Policy.Tests.Configuration;

public sealed class TextFileTests
{
    [Fact]
    public void ALinkOutOfTheTreeIsNotFollowed()
    {
        using var here = new Sandbox();
        here.Write("outside.yaml", "failOn: review");
        Directory.CreateDirectory(here.At("project"));
        File.CreateSymbolicLink(here.At("project/.stanch.yaml"), here.At("outside.yaml"));
        Should.Throw<ConfigurationException>(() => ConfigurationLoader.Load(ConfigurationSources.ForFolder(here.At("project"), _ => null))).Message.ShouldContain("link");
    }

    [Fact]
    public void AFileThatIsNotUtf8IsAnError()
    {
        using var here = new Sandbox();
        File.WriteAllBytes(here.At(".stanch.yaml"), [0x61, 0xff, 0xfe]);
        Should.Throw<ConfigurationException>(() => ConfigurationLoader.Load(ConfigurationSources.ForFolder(here.At(""), _ => null))).Message.ShouldContain("not valid UTF-8");
    }

    [Fact]
    public void AFileIsWrittenThroughALinkWithTheRightsItHad()
    {
        if (OperatingSystem.IsWindows()) return;
        using var here = new Sandbox();
        here.Write("real.yaml", "a");
        File.SetUnixFileMode(here.At("real.yaml"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        File.CreateSymbolicLink(here.At("link.yaml"), here.At("real.yaml"));
        TextFiles.Write(here.At("link.yaml"), "bé");
        File.ReadAllBytes(here.At("real.yaml")).ShouldBe([0x62, 0xc3, 0xa9]);
        new FileInfo(here.At("link.yaml")).LinkTarget.ShouldNotBeNull();
        File.GetUnixFileMode(here.At("real.yaml")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Directory.GetFiles(here.At("")).Length.ShouldBe(2);
    }

    [Fact]
    public void ADeviceIsNotRead() => TextFiles.Read("/dev/zero").ShouldBe("");
}

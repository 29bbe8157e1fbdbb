using Stanch.Platforms.Builds.Systems;

namespace Stanch.Platforms.Tests.Builds;

public sealed class PropertiesTests
{
    [Theory]
    [InlineData("a=b", "a", "b")]
    [InlineData("a : b c", "a", "b c")]
    [InlineData("a b", "a", "b")]
    [InlineData("# x=y\n! z=y\n\n  a=b", "a", "b")]
    [InlineData("a\\=c=b", "a=c", "b")]
    [InlineData("a=C\\:\\\\x", "a", "C:\\x")]
    [InlineData("a=b\\\n   c", "a", "bc")]
    [InlineData("a=\\u00e9\\t", "a", "é\t")]
    [InlineData("a", "a", "")]
    public void JavaPropertiesAreRead(string text, string name, string value) => Read(text)[name].ShouldBe(value);

    [Fact]
    public void AnyTextIsRead() => Gen.String.Sample(text => Read(text) is not null, iter: 200);

    [Fact]
    public void AFileThatIsNotThereHasNoValues() => Properties.Read("/no/such/file").ShouldBeEmpty();

    private static Dictionary<string, string> Read(string text)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return Properties.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

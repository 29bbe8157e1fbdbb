using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stanch.Cli.JsonRpc;

namespace Stanch.Cli.Tests.Mcp;

public sealed class LoneSurrogatesTests
{
    // Units of UTF-16 in any order, whole pairs and halves among them, and what looks like an escape and is none.
    private static readonly Gen<string> Texts = Gen.Frequency((3, Gen.Char), (2, Gen.Int[0xD800, 0xDFFF].Select(unit => (char)unit)), (2, Gen.Char["\\ud83"])).Array[0, 12].Select(units => new string(units));

    [Fact]
    public void EveryTextIsReadAsTheOneWithoutHalves() => Texts.Sample(text =>
    {
        var spelled = "\"" + string.Concat(text.Select(unit => unit is > '\u007f' or < ' ' or '"' ? $"\\u{(int)unit:x4}" : unit == '\\' ? "\\\\" : unit.ToString())) + "\"";
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        JsonNode.Parse(LoneSurrogates.Replace(Encoding.UTF8.GetBytes(spelled)))!.GetValue<string>().ShouldBe(whole);
    });

    [Fact]
    public void JsonWithoutHalvesStaysAsItIs() => Gen.String.Sample(text =>
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        LoneSurrogates.Replace(json).ShouldBe(json);
    });

    [Fact]
    public void AnyBytesAreLeftWithTheirLength() => Gen.Byte.Array[0, 40].Sample(bytes => LoneSurrogates.Replace(bytes).Length == bytes.Length);
}

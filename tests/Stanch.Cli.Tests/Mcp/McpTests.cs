using System.Text;
using System.Text.Json.Nodes;
using Stanch.Cli.JsonRpc;
using Stanch.Cli.Mcp;

namespace Stanch.Cli.Tests.Mcp;

public sealed class McpTests
{
    private static readonly string Token = Fake.SlackBotToken();

    [Fact]
    public void AClientIsGreetedAndFindsTheTools()
    {
        using var here = new Sandbox();
        var answers = Talk(here,
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""",
            """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
            """{"jsonrpc":"2.0","id":"two","method":"tools/list"}""",
            """{"jsonrpc":"2.0","id":3,"method":"ping"}""");
        answers.Count.ShouldBe(3);
        answers[0]["result"]!["protocolVersion"]!.ToString().ShouldBe("2025-06-18");
        answers[0]["result"]!["serverInfo"]!["name"]!.ToString().ShouldBe("stanch");
        answers[1]["id"]!.ToString().ShouldBe("two");
        var tools = answers[1]["result"]!["tools"]!.AsArray();
        tools.Select(tool => tool!["name"]!.ToString()).ShouldBe(McpTools.All.Select(tool => tool.Name));
        tools.ShouldAllBe(tool => tool!["inputSchema"]!["type"]!.ToString() == "object" && tool["description"]!.ToString().Length > 20);
        answers[2]["result"]!.ToJsonString().ShouldBe("{}");
    }

    [Fact]
    public void AVersionThatIsNotKnownIsAnsweredWithTheNewestOfItsKind()
    {
        using var here = new Sandbox();
        Talk(here, """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2031-01-01"}}""")[0]["result"]!["protocolVersion"]!.ToString().ShouldBe("2025-11-25");
    }

    [Fact]
    public void ARequestWithoutASessionIsAnswered()
    {
        using var here = new Sandbox();
        var answers = Talk(here,
            """{"jsonrpc":"2.0","id":1,"method":"server/discover","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}}""",
            """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"list_detectors","arguments":{"query":"slack-bot"},"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}}""");
        answers[0]["result"]!["supportedVersions"]!.AsArray().Select(version => version!.ToString()).ShouldContain("2026-07-28");
        answers.ShouldAllBe(answer => answer["result"]!["resultType"]!.ToString() == "complete");
        answers[1]["result"]!["structuredContent"]!["detectors"]![0]!["id"]!.ToString().ShouldBe("slack-bot-token");
    }

    [Fact]
    public void EveryToolIsListed() =>
        typeof(IMcpTool).Assembly.GetTypes().Where(type => typeof(IMcpTool).IsAssignableFrom(type) && !type.IsInterface).ShouldBe(McpTools.All.Select(tool => tool.GetType()), ignoreOrder: true);

    [Fact]
    public void ATextIsScannedAndItsSecretNamedAndNotShown()
    {
        using var here = new Sandbox();
        var result = Call(here, "scan_text", new JsonObject { ["text"] = $"a\nSLACK={Token}\n" });
        var finding = result["structuredContent"]!["findings"]![0]!;
        finding["detector"]!.ToString().ShouldBe("slack-bot-token");
        finding["line"]!.GetValue<int>().ShouldBe(2);
        finding["column"]!.GetValue<int>().ShouldBe(7);
        result["content"]![0]!["text"]!.ToString().ShouldContain("<text>:2:7 Slack Bot Token");
        Call(here, "scan_text", new JsonObject { ["text"] = "nothing" })["structuredContent"]!["count"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public void ATextIsGivenBackWithoutItsSecrets()
    {
        using var here = new Sandbox();
        Call(here, "redact_text", new JsonObject { ["text"] = $"é {Token} é" })["content"]![0]!["text"]!.ToString().ShouldBe("é [redacted:slack-bot-token] é");
    }

    [Fact]
    public void FilesOfTheProjectAreScannedAndIgnoresHold()
    {
        using var here = new Sandbox().File("a/x.env", $"SLACK={Token}\n").File("docs/y.md", Token).File(".stanch.yaml", "ignore:\n  - path: docs/**\n    reason: examples\n");
        var result = Call(here, "scan_files", new JsonObject { ["paths"] = new JsonArray(".") });
        result["structuredContent"]!["findings"]!.AsArray().Select(finding => finding!["path"]!.ToString()).ShouldBe(["a/x.env"]);
        result["structuredContent"]!["ignored"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../x")]
    [InlineData("-")]
    [InlineData("missing")]
    public void WhatIsNotInTheProjectIsNotRead(string path)
    {
        using var here = new Sandbox();
        Call(here, "scan_files", new JsonObject { ["paths"] = new JsonArray(path) })["isError"]!.GetValue<bool>().ShouldBeTrue();
        Call(here, "explain", new JsonObject { ["path"] = path, ["line"] = 1 })["isError"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public void ALinkThatLeadsOutOfTheProjectIsNotFollowed()
    {
        using var here = new Sandbox();
        var outside = Path.Join(here.Home, "x.env");
        File.WriteAllText(outside, $"SLACK={Token}\n");
        here.File("inside/x.env", $"SLACK={Token}\n");
        File.CreateSymbolicLink(here.At("out"), here.Home);
        File.CreateSymbolicLink(here.At("file"), outside);
        File.CreateSymbolicLink(here.At("in"), here.At("inside"));
        File.CreateSymbolicLink(here.At("twice"), "out/x.env");
        Directory.CreateDirectory(here.At("sub"));
        File.CreateSymbolicLink(here.At("sub/twice"), "../out/x.env");
        File.CreateSymbolicLink(here.At("circle"), "circle");
        foreach (var path in new[] { "out", "out/x.env", "file", "twice", "sub/twice", "circle" })
        {
            Call(here, "scan_files", new JsonObject { ["paths"] = new JsonArray(path) })["isError"]!.GetValue<bool>().ShouldBeTrue(path);
            Call(here, "explain", new JsonObject { ["path"] = path, ["line"] = 1 })["isError"]!.GetValue<bool>().ShouldBeTrue(path);
        }

        Call(here, "scan_files", new JsonObject { ["paths"] = new JsonArray("in/x.env") })["structuredContent"]!["count"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public void AFileCalledLikeStandardInputIsAFile()
    {
        using var here = new Sandbox().File("-", $"SLACK={Token}\n");
        Call(here, "scan_files", new JsonObject { ["paths"] = new JsonArray("./-") })["structuredContent"]!["count"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public void NoErrorQuotesASecret()
    {
        using var here = new Sandbox();
        foreach (var (tool, arguments) in new[] { ("guide", new JsonObject { ["detector"] = Token }), ("scan_files", new JsonObject { ["paths"] = new JsonArray(Token) }) })
        {
            var answer = Call(here, tool, arguments);
            answer["isError"]!.GetValue<bool>().ShouldBeTrue();
            answer.ToJsonString().ShouldNotContain(Token);
        }
    }

    [Fact]
    public void HalfOfASurrogatePairKeepsNothingFromBeingRead()
    {
        using var here = new Sandbox();
        Talk(here, """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"scan_text","arguments":{"text":"\ud83d TOKEN \ud83d\ude00 \\ud83d"}}}""".Replace("TOKEN", Token, StringComparison.Ordinal))[0]["result"]!["structuredContent"]!["count"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public void AFindingIsExplained()
    {
        using var here = new Sandbox().File("x.env", $"SLACK={Token}\n");
        Call(here, "explain", new JsonObject { ["path"] = "x.env", ["line"] = 1 })["content"]![0]!["text"]!.ToString().ShouldContain("slack-bot-token");
    }

    [Fact]
    public void TheGuideIsGiven()
    {
        using var here = new Sandbox();
        Call(here, "guide", new JsonObject { ["detector"] = "slack-bot-token" })["content"]![0]!["text"]!.ToString().ShouldContain("What should I do?");
        var wrong = Call(here, "guide", new JsonObject { ["detector"] = "slack-bot-tokn" });
        wrong["isError"]!.GetValue<bool>().ShouldBeTrue();
        wrong["content"]![0]!["text"]!.ToString().ShouldContain("slack-bot-token");
    }

    [Fact]
    public void WhatIsWrongIsAnsweredAndTheServerGoesOn()
    {
        using var here = new Sandbox().File(".stanch.yaml", "nonsense: 1\n");
        var answers = Talk(here,
            "no json",
            "[]",
            """{"jsonrpc":"2.0","id":1}""",
            """{"jsonrpc":"2.0","id":2,"method":"unknown"}""",
            """{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"scan_txt"}}""",
            """{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"scan_text","arguments":{}}}""",
            """{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"scan_text","arguments":{"text":"a"}}}""",
            """{"jsonrpc":"2.0","id":6,"method":"ping"}""");
        answers.Take(5).Select(answer => answer["error"]!["code"]!.GetValue<int>()).ShouldBe([-32700, -32600, -32600, -32601, -32602]);
        answers[4]["error"]!["message"]!.ToString().ShouldContain("scan_text");
        answers[5]["result"]!["content"]![0]!["text"]!.ToString().ShouldContain("'text' is missing");
        answers[6]["result"]!["content"]![0]!["text"]!.ToString().ShouldContain("nonsense");
        answers[7]["result"].ShouldNotBeNull();
    }

    [Fact]
    public void AnyBytesAreAnsweredAndTheServerGoesOn() => Gen.OneOf(Gen.Byte.Array[0, 60], Gen.String[Gen.Char["{}[]\":,0amethodid \n"], 0, 60].Select(Encoding.UTF8.GetBytes)).Sample(
        bytes =>
        {
            var output = new MemoryStream();
            byte[] input = [.. bytes, .. "\n{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}\n"u8];
            new McpServer(new LineChannel(new MemoryStream(input), output), Invocation.OfProcess()).Run();
            var last = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
            JsonNode.Parse(last)!["id"]!.GetValue<int>().ShouldBe(7);
        },
        iter: 300);

    private static JsonNode Call(Sandbox here, string tool, JsonObject arguments)
    {
        var request = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = 1, ["method"] = "tools/call", ["params"] = new JsonObject { ["name"] = tool, ["arguments"] = arguments } };
        return Talk(here, request.ToJsonString())[0]["result"]!;
    }

    private static List<JsonNode> Talk(Sandbox here, params string[] messages)
    {
        var outcome = here.Input(string.Concat(messages.Select(message => message + "\n"))).Stanch("mcp").ShouldExit(0);
        outcome.Output.Contains(Token, StringComparison.Ordinal).ShouldBeFalse();
        return [.. outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }
}

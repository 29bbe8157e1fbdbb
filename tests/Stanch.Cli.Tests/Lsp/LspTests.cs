using System.Text;
using System.Text.Json.Nodes;
using Stanch.Cli.JsonRpc;
using Stanch.Cli.Lsp;

namespace Stanch.Cli.Tests.Lsp;

public sealed class LspTests
{
    private static readonly string Token = Fake.SlackBotToken();

    [Fact]
    public void AnEditorIsToldWhatTheServerCanDo()
    {
        using var here = new Sandbox();
        var capabilities = Talk(here).Answer(1)["capabilities"]!;
        capabilities["positionEncoding"]!.ToString().ShouldBe("utf-16");
        capabilities["textDocumentSync"]!["change"]!.GetValue<int>().ShouldBe(1);
        capabilities["codeActionProvider"]!["codeActionKinds"]![0]!.ToString().ShouldBe("quickfix");
    }

    [Fact]
    public void ASecretIsUnderlinedWhenATextIsOpenedAndNotWhenItIsGone()
    {
        using var here = new Sandbox();
        var talk = Talk(here, Open("a.py", "python", $"x = 1\n# 😀 é\ntoken = \"{Token}\"\n"), Change("a.py", 2, "token = os.environ[\"SLACK\"]\n"));
        var first = talk.Diagnostics(0);
        first["version"]!.GetValue<int>().ShouldBe(1);
        var diagnostic = first["diagnostics"]!.AsArray().ShouldHaveSingleItem()!;
        diagnostic["code"]!.ToString().ShouldBe("slack-bot-token");
        diagnostic["severity"]!.GetValue<int>().ShouldBe(1);
        diagnostic["source"]!.ToString().ShouldBe("stanch");
        diagnostic["range"]!.ToJsonString().ShouldBe($$$"""{"start":{"line":2,"character":9},"end":{"line":2,"character":{{{9 + Token.Length}}}}}""");
        talk.Diagnostics(1)["version"]!.GetValue<int>().ShouldBe(2);
        talk.Diagnostics(1)["diagnostics"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public void ColumnsAreUtf16Units()
    {
        using var here = new Sandbox();
        var talk = Talk(here, Open("a.py", "python", $"a = \"😀\"; t = \"{Token}\"\n"));
        talk.Diagnostics(0)["diagnostics"]![0]!["range"]!["start"]!["character"]!.GetValue<int>().ShouldBe(15);
    }

    [Fact]
    public void WhatIsOfferedAppliesToTheText()
    {
        using var here = new Sandbox();
        var text = $"def f():\n    token = \"{Token}\"\n";
        var actions = Talk(here, Open("a.py", "python", text), Actions("a.py", 1, 14)).Answer(2).AsArray();
        var titles = actions.Select(action => action!["title"]!.ToString()).ToList();
        titles.Count(title => title.StartsWith("Not a secret", StringComparison.Ordinal)).ShouldBe(3);
        titles[^1].ShouldContain("what to do");
        Applied(text, actions[0]!).ShouldMatch("^def f\\(\\):\n    token = os.environ\\[\"[A-Z_]+\"\\]\n$");
        var ignored = Applied(text, actions[1]!);
        ignored.ShouldBe($"def f():\n    # stanch:ignore slack-bot-token: test value\n    token = \"{Token}\"\n");
        Talk(here, Open("a.py", "python", ignored)).Diagnostics(0)["diagnostics"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("json", "{\"t\": \"TOKEN\"}", 1)]
    [InlineData("yaml", "t: TOKEN\n", 4)]
    [InlineData("go", "t := \"TOKEN\"\n", 5)]
    [InlineData("unknown", "t := \"TOKEN\"\n", 1)]
    public void OnlyWhatTheLanguageHasIsOffered(string language, string text, int offered)
    {
        using var here = new Sandbox();
        Talk(here, Open("x", language, text.Replace("TOKEN", Token, StringComparison.Ordinal)), Actions("x", 0, 9)).Answer(2).AsArray().Count.ShouldBe(offered);
        Talk(here, Open("x", language, "nothing\n"), Actions("x", 0, 3)).Answer(2).AsArray().ShouldBeEmpty();
    }

    [Fact]
    public void TheGuideIsGivenAsTheAnswerAndItsFirstStepShown()
    {
        using var here = new Sandbox();
        var talk = Talk(here, new JsonObject { ["id"] = 2, ["method"] = "workspace/executeCommand", ["params"] = new JsonObject { ["command"] = "stanch.guide", ["arguments"] = new JsonArray("slack-bot-token") } });
        talk.Answer(2).ToString().ShouldContain("What should I do?");
        talk.Notified("window/showMessage").ShouldHaveSingleItem()["message"]!.ToString().ShouldContain("stanch guide slack-bot-token");
    }

    [Fact]
    public void TheProjectsDecisionsHoldAndAreReadAgainWhenTheyAreSaved()
    {
        using var here = new Sandbox().File(".stanch.yaml", "nonsense: 1\n");
        using var run = here.Start("lsp", "--stdio");
        run.Write(Framed(Initialize(here)));
        run.Write(Framed(Open("docs/a.md", "markdown", Token, here)));
        run.Output.WaitFor("window/showMessage");
        here.File(".stanch.yaml", "ignore:\n  - path: docs/**\n    reason: examples\n");
        run.Write(Framed(new JsonObject { ["method"] = "textDocument/didSave", ["params"] = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Uri(here, ".stanch.yaml") } } }));
        run.Write(Framed(Open("b.md", "markdown", Token, here)));
        run.Output.WaitFor("b.md");
        run.Write(Framed(new JsonObject { ["id"] = 9, ["method"] = "shutdown" }) + Framed(new JsonObject { ["method"] = "exit" }));
        var talk = new Conversation(run.WaitForEnd().ShouldExit(0).Output);
        talk.Notified("window/showMessage").ShouldHaveSingleItem()["message"]!.ToString().ShouldContain("nonsense");
        talk.Notified("textDocument/publishDiagnostics").Select(shown => shown["diagnostics"]!.AsArray().Count).ShouldBe([0, 0, 1]);
    }

    [Fact]
    public void AClosedTextHasNothingUnderlined()
    {
        using var here = new Sandbox();
        var close = new JsonObject { ["method"] = "textDocument/didClose", ["params"] = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Uri(here, "a.py") } } };
        Talk(here, Open("a.py", "python", Token), close).Diagnostics(1)["diagnostics"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public void AClientThatLeavesWithoutAWordIsNoOrderlyEnd()
    {
        using var here = new Sandbox();
        here.Input(Framed(Initialize(here))).Stanch("lsp").ShouldExit(1);
        here.Input("Content-Length: x\r\n\r\n").Stanch("lsp").ShouldExit(2).Error.ShouldContain("Content-Length");
    }

    [Fact]
    public void AnyBytesEndInAnAnswerOrAnError() => Gen.OneOf(Gen.Byte.Array[0, 80], Gen.String[Gen.Char["Content-Length: 0123\r\n{}\"id"], 0, 80].Select(Encoding.UTF8.GetBytes)).Sample(
        bytes =>
        {
            try
            {
                new LspServer(new HeaderChannel(new MemoryStream(bytes), new MemoryStream()), Invocation.OfProcess()).Run().ShouldBe(1);
            }
            catch (MessageException)
            {
            }
        },
        iter: 500);

    private static JsonObject Initialize(Sandbox here) => new() { ["id"] = 1, ["method"] = "initialize", ["params"] = new JsonObject { ["rootUri"] = Uri(here, ""), ["capabilities"] = new JsonObject() } };

    private static Func<Sandbox, JsonObject> Open(string path, string language, string text) => here => Open(path, language, text, here);

    private static JsonObject Open(string path, string language, string text, Sandbox here) => new()
    {
        ["method"] = "textDocument/didOpen",
        ["params"] = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Uri(here, path), ["languageId"] = language, ["version"] = 1, ["text"] = text } },
    };

    private static Func<Sandbox, JsonObject> Change(string path, int version, string text) => here => new JsonObject
    {
        ["method"] = "textDocument/didChange",
        ["params"] = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Uri(here, path), ["version"] = version }, ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = text }) },
    };

    private static Func<Sandbox, JsonObject> Actions(string path, int line, int character) => here => new JsonObject
    {
        ["id"] = 2,
        ["method"] = "textDocument/codeAction",
        ["params"] = new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = Uri(here, path) },
            ["range"] = new JsonObject { ["start"] = new JsonObject { ["line"] = line, ["character"] = character }, ["end"] = new JsonObject { ["line"] = line, ["character"] = character } },
        },
    };

    private static string Uri(Sandbox here, string path) => new Uri(Path.Join(here.Work, path)).AbsoluteUri;

    private static string Framed(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        var body = message.ToJsonString();
        return $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
    }

    private static Conversation Talk(Sandbox here, params object[] messages)
    {
        var all = new List<JsonObject> { Initialize(here), new() { ["method"] = "initialized", ["params"] = new JsonObject() } };
        all.AddRange(messages.Select(message => message as JsonObject ?? ((Func<Sandbox, JsonObject>)message)(here)));
        all.Add(new JsonObject { ["id"] = 99, ["method"] = "shutdown" });
        all.Add(new JsonObject { ["method"] = "exit" });
        return new Conversation(here.Input(string.Concat(all.Select(Framed))).Stanch("lsp").ShouldExit(0).Output);
    }

    private static string Applied(string text, JsonNode action)
    {
        var edit = action["edit"]!["changes"]!.AsObject().Single().Value![0]!;
        var start = Offset(text, edit["range"]!["start"]!);
        return text[..start] + edit["newText"] + text[Offset(text, edit["range"]!["end"]!)..];
    }

    private static int Offset(string text, JsonNode position)
    {
        var at = 0;
        for (var line = position["line"]!.GetValue<int>(); line > 0; line--) at = text.IndexOf('\n', at) + 1;
        return at + position["character"]!.GetValue<int>();
    }

    /// <summary>What the server said.</summary>
    private sealed class Conversation
    {
        private readonly List<JsonNode> _said = [];

        public Conversation(string output)
        {
            output.ShouldNotContain(Token);
            var bytes = Encoding.UTF8.GetBytes(output);
            for (var at = 0; at < bytes.Length;)
            {
                var header = bytes.AsSpan(at).IndexOf("\r\n\r\n"u8);
                var length = int.Parse(Encoding.ASCII.GetString(bytes, at + "Content-Length: ".Length, header - "Content-Length: ".Length));
                _said.Add(JsonNode.Parse(bytes.AsSpan(at + header + 4, length))!);
                at += header + 4 + length;
            }
        }

        public JsonNode Answer(int id) => _said.Single(message => message["id"]?.GetValue<int>() == id)["result"]!;

        public List<JsonNode> Notified(string method) => [.. _said.Where(message => message["method"]?.ToString() == method).Select(message => message["params"]!)];

        public JsonNode Diagnostics(int number) => Notified("textDocument/publishDiagnostics")[number];
    }
}

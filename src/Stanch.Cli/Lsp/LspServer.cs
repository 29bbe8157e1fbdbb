using System.Text.Json.Nodes;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Detectors;
using Stanch.Cli.Guides;
using Stanch.Cli.JsonRpc;
using Stanch.Cli.Scanning;
using Stanch.Detection;
using Stanch.Policy;

namespace Stanch.Cli.Lsp;

/// <summary>
/// A language server: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/. Underlines secrets when a text is opened
/// and while it is typed. One request after the other; a text comes whole with each change.
/// </summary>
internal sealed class LspServer
{
    private const int FullText = 1;
    private const int ErrorMessage = 1;
    private const int InfoMessage = 3;

    private readonly IMessageChannel _channel;
    private readonly Invocation _here;
    private readonly RpcLoop _loop;
    private readonly Dictionary<string, LspDocument> _documents = new(StringComparer.Ordinal);
    private string _folder;
    private TextScan? _scan;
    private string? _problem;
    private bool _isShutDown;

    public LspServer(IMessageChannel channel, Invocation here)
    {
        (_channel, _here, _folder) = (channel, here, here.WorkingDirectory);
        _loop = new RpcLoop(channel, new Dictionary<string, Func<JsonObject, JsonNode?>>
        {
            ["initialize"] = Initialize,
            ["shutdown"] = _ => ShutDown(),
            ["exit"] = _ => Exit(),
            ["textDocument/didOpen"] = Open,
            ["textDocument/didChange"] = Change,
            ["textDocument/didSave"] = Save,
            ["textDocument/didClose"] = Close,
            ["textDocument/codeAction"] = CodeActions,
            ["workspace/executeCommand"] = Execute,
            ["workspace/didChangeWatchedFiles"] = _ => Reload(),
        });
    }

    /// <returns>0 after an orderly end, 1 for a client that left without one, as the protocol asks.</returns>
    public int Run()
    {
        _loop.Run();
        return _isShutDown ? 0 : 1;
    }

    private JsonObject Initialize(JsonObject parameters)
    {
        var root = Text(parameters, "rootUri") ?? Text((parameters["workspaceFolders"] as JsonArray)?.FirstOrDefault() as JsonObject, "uri");
        if (root is not null && Directory.Exists(LspDocument.PathOf(root))) _folder = LspDocument.PathOf(root);
        return new JsonObject
        {
            ["capabilities"] = new JsonObject
            {
                ["positionEncoding"] = "utf-16",
                ["textDocumentSync"] = new JsonObject { ["openClose"] = true, ["change"] = FullText, ["save"] = true },
                ["codeActionProvider"] = new JsonObject { ["codeActionKinds"] = new JsonArray("quickfix") },
                ["executeCommandProvider"] = new JsonObject { ["commands"] = new JsonArray(LspCodeActions.GuideCommand) },
            },
            ["serverInfo"] = new JsonObject { ["name"] = "stanch", ["version"] = ProgramVersion.Text },
        };
    }

    private JsonNode? ShutDown()
    {
        _isShutDown = true;
        return null;
    }

    private JsonNode? Exit()
    {
        _loop.Stop();
        return null;
    }

    private JsonNode? Open(JsonObject parameters)
    {
        if (parameters["textDocument"] is not JsonObject item || Text(item, "uri") is not { } uri) return null;
        Show(new LspDocument(uri, LspDocument.PathOf(uri), Text(item, "languageId") ?? "", Version(item), Text(item, "text") ?? ""));
        return null;
    }

    private JsonNode? Change(JsonObject parameters)
    {
        if (Known(parameters) is not { } document) return null;
        var text = Text((parameters["contentChanges"] as JsonArray)?.LastOrDefault() as JsonObject, "text");
        if (text is not null) Show(document with { Text = text, Version = Version(parameters["textDocument"] as JsonObject) });
        return null;
    }

    private JsonNode? Save(JsonObject parameters) =>
        Text(parameters["textDocument"] as JsonObject, "uri") is { } uri && Path.GetFileName(LspDocument.PathOf(uri)) == ConfigurationSources.FileName ? Reload() : null;

    private JsonNode? Close(JsonObject parameters)
    {
        if (Known(parameters) is not { } document) return null;
        _documents.Remove(document.Uri);
        Notify("textDocument/publishDiagnostics", LspDiagnostics.Of(document with { Findings = [] }));
        return null;
    }

    private JsonArray CodeActions(JsonObject parameters) =>
        Known(parameters) is { } document && LspRange.Parse(parameters["range"]) is { } range ? LspCodeActions.At(document, range) : [];

    private JsonNode? Execute(JsonObject parameters)
    {
        if (Text(parameters, "command") != LspCodeActions.GuideCommand || (parameters["arguments"] as JsonArray)?.OfType<JsonValue>().Select(value => value.TryGetValue<string>(out var text) ? text : "").ToList() is not [var id, .. var rest])
            throw new RpcException(RpcException.InvalidParams, $"the only command is {LspCodeActions.GuideCommand}, with a detector's id");
        try
        {
            var here = _here with { WorkingDirectory = _folder };
            var (detector, _) = KnownDetector.Get(id, here);
            Say(InfoMessage, $"{(detector.NextStep.Length > 0 ? detector.NextStep : $"Revoke the {detector.Name}.")} The whole guide: stanch guide {id}");
            return PlainGuide.Of(id, rest.Count > 0 ? rest[0] : null, here);
        }
        catch (Exception e) when (e is UsageException or ConfigurationException)
        {
            throw new RpcException(RpcException.InvalidParams, e.Message);
        }
    }

    private JsonNode? Reload()
    {
        (_scan, _problem) = (null, null);
        foreach (var document in _documents.Values.ToList()) Show(document);
        return null;
    }

    private void Show(LspDocument document)
    {
        document = document with { Findings = Find(document) };
        _documents[document.Uri] = document;
        Notify("textDocument/publishDiagnostics", LspDiagnostics.Of(document));
    }

    // A broken configuration is said once, and nothing is underlined until it is mended: what would be is not known.
    private List<Finding> Find(LspDocument document)
    {
        if (_problem is not null) return [];
        try
        {
            _scan ??= new TextScan(_folder, _here);
            var relative = _scan.Project.RelativeToRoot(_folder)(document.Path);
            return _scan.Project.Configuration.Excludes(relative) ? [] : [.. _scan.Find(document.Bytes, document.Path).Where(finding => finding.Ignored is null)];
        }
        catch (Exception e) when (e is UsageException or ConfigurationException)
        {
            _problem = e.Message;
            Say(ErrorMessage, $"stanch: {e.Message}");
            return [];
        }
    }

    private LspDocument? Known(JsonObject parameters) => Text(parameters["textDocument"] as JsonObject, "uri") is { } uri ? _documents.GetValueOrDefault(uri) : null;

    private void Say(int type, string text) => Notify("window/showMessage", new JsonObject { ["type"] = type, ["message"] = text });

    private void Notify(string method, JsonObject parameters) => _channel.Write(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    private static string? Text(JsonObject? from, string name) => from?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static int Version(JsonObject? item) => item?["version"] is JsonValue value && value.TryGetValue<int>(out var version) ? version : 0;
}

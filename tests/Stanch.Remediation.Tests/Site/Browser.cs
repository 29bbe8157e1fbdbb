using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stanch.Remediation.Tests.Site;

/// <summary>
/// The real Chromium with one page, driven over its DevTools protocol (https://chromedevtools.github.io/devtools-protocol/). It has to be installed
/// (<c>apt-get install chromium</c>): a page that no browser opened is not tested.
/// </summary>
internal sealed class Browser : IAsyncDisposable
{
    private const string Announced = "DevTools listening on ";
    private readonly Process _process;
    private readonly DirectoryInfo _profile;
    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _asked = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _complaints = new();
    private TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _session = "";
    private int _last;

    private Browser(Process process, DirectoryInfo profile) => (_process, _profile) = (process, profile);

    /// <summary>Every address that the page asked for.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>What the browser found wrong: refused by policy, failed to load, thrown by a script.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints];

    public static async Task<Browser> StartAsync()
    {
        var profile = Directory.CreateTempSubdirectory("stanch-browser-");
        string[] arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage", "--remote-debugging-port=0", $"--user-data-dir={profile.FullName}", "about:blank"];
        var process = Process.Start(new ProcessStartInfo("chromium", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var browser = new Browser(process, profile);
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (!line.StartsWith(Announced, StringComparison.Ordinal)) continue;
            _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
            await browser.ConnectAsync(new Uri(line[Announced.Length..]));
            return browser;
        }

        throw new InvalidOperationException("Chromium ended before it could be driven");
    }

    /// <summary>Opens a page and waits until it is loaded.</summary>
    public async Task OpenAsync(string path)
    {
        _loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync("Page.navigate", new JsonObject { ["url"] = path });
        await _loaded.Task;
    }

    public Task SetDarkAsync(bool dark) =>
        SendAsync("Emulation.setEmulatedMedia", new JsonObject { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" }) });

    public Task SetPrintAsync(bool print) => SendAsync("Emulation.setEmulatedMedia", new JsonObject { ["media"] = print ? "print" : "" });

    public Task SetScriptsAsync(bool run) => SendAsync("Emulation.setScriptExecutionDisabled", new JsonObject { ["value"] = !run });

    /// <summary>Evaluates an expression in the page, past its policy, and waits for a promise.</summary>
    public async Task<T> EvaluateAsync<T>(string expression)
    {
        var answer = await SendAsync("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true });
        answer["exceptionDetails"].ShouldBeNull(answer.ToJsonString());
        return answer["result"]!["value"]!.GetValue<T>();
    }

    /// <summary>A key, pressed by a person.</summary>
    public async Task PressAsync(string key, int code)
    {
        foreach (var type in new[] { "rawKeyDown", "keyUp" })
            await SendAsync("Input.dispatchKeyEvent", new JsonObject { ["type"] = type, ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = code });
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        try
        {
            _profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child of the browser still wrote; the folder is in the temporary one.
        }
    }

    private async Task ConnectAsync(Uri address)
    {
        await _socket.ConnectAsync(address, TestContext.Current.CancellationToken);
        _ = ListenAsync();
        var targets = await SendAsync("Target.getTargets", []);
        var page = targets["targetInfos"]!.AsArray().First(target => target!["type"]!.GetValue<string>() == "page")!["targetId"]!.GetValue<string>();
        var attached = await SendAsync("Target.attachToTarget", new JsonObject { ["targetId"] = page, ["flatten"] = true });
        _session = attached["sessionId"]!.GetValue<string>();
        foreach (var domain in new[] { "Page", "Network", "Runtime", "Log" }) await SendAsync($"{domain}.enable", []);
    }

    private async Task<JsonNode> SendAsync(string method, JsonObject parameters)
    {
        var id = Interlocked.Increment(ref _last);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (_session.Length > 0) message["sessionId"] = _session;
        var answer = _asked[id] = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
        return await answer.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    private async Task ListenAsync()
    {
        try
        {
            var buffer = new byte[64 << 10];
            using var whole = new MemoryStream();
            while (true)
            {
                var got = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                whole.Write(buffer, 0, got.Count);
                if (!got.EndOfMessage) continue;
                Hear(JsonNode.Parse(whole.GetBuffer().AsSpan(0, (int)whole.Length))!);
                whole.SetLength(0);
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            foreach (var asked in _asked.Values) asked.TrySetException(e);
        }
    }

    private void Hear(JsonNode message)
    {
        if (message["id"]?.GetValue<int>() is { } id && _asked.TryRemove(id, out var asked))
        {
            if (message["error"] is { } error) asked.SetException(new InvalidOperationException(error.ToJsonString()));
            else asked.SetResult(message["result"]!);
            return;
        }

        var about = message["params"];
        switch (message["method"]?.GetValue<string>())
        {
            case "Page.loadEventFired":
                _loaded.TrySetResult();
                break;
            case "Network.requestWillBeSent":
                _requests.Enqueue(about!["request"]!["url"]!.GetValue<string>());
                break;
            case "Log.entryAdded" or "Runtime.exceptionThrown" or "Network.loadingFailed":
                _complaints.Enqueue(about!.ToJsonString());
                break;
        }
    }
}
